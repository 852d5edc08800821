package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/examples/internal/program"
)

// What follows judges an iCalendar file by the words of RFC 5545 alone; it shares nothing with
// the writer, nor with the reader of the other tests.

// contentLine is section 3.1: a name, parameters, and a value without control characters but
// the tab.
var (
	contentLine = regexp.MustCompile(`^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*))*):([^\x00-\x08\x0a-\x1f\x7f]*)$`)
	dateValue   = regexp.MustCompile(`^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$`)                                        // section 3.3.4
	timeValue   = regexp.MustCompile(`^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])[0-5]\d([0-5]\d|60)(Z?)$`) // section 3.3.5
	textValue   = regexp.MustCompile(`^(?:[^\\;,]|\\[\\;,Nn])*$`)                                                          // section 3.3.11
)

// component is what stands between a BEGIN and its END.
type component struct {
	name  string
	props []contentline
	parts []*component
}

type contentline struct{ name, params, value string }

func (c *component) all(name string) []contentline {
	var list []contentline
	for _, p := range c.props {
		if p.name == name {
			list = append(list, p)
		}
	}
	return list
}

// rfc5545 says everything in which a stream is no iCalendar object of section 3.4.
func rfc5545(stream string) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	// Section 3.1: lines end in CRLF, are not longer than 75 octets without it, and are UTF-8; a long
	// one goes on after a CRLF and one white space, and no character of several octets is cut.
	if !strings.HasSuffix(stream, "\r\n") {
		fault("3.1: the last line does not end in CRLF")
	}
	lines := strings.Split(strings.TrimSuffix(stream, "\r\n"), "\r\n")
	var unfolded []string
	for i, line := range lines {
		if strings.ContainsAny(line, "\r\n") {
			fault("3.1: line %d holds a CR or LF by itself", i+1)
		}
		if len(line) > 75 {
			fault("3.1: line %d has %d octets", i+1, len(line))
		}
		if !utf8.ValidString(line) {
			fault("3.1: line %d cuts a character", i+1)
		}
		switch {
		case line == "":
			fault("3.1: line %d is empty", i+1)
		case (line[0] == ' ' || line[0] == '\t') && len(unfolded) == 0:
			fault("3.1: the first line continues nothing")
		case line[0] == ' ' || line[0] == '\t':
			unfolded[len(unfolded)-1] += line[1:]
		default:
			unfolded = append(unfolded, line)
		}
	}
	root := &component{}
	open := []*component{root}
	for _, line := range unfolded {
		m := contentLine.FindStringSubmatch(line)
		if m == nil {
			fault("3.1: no content line: %q", line)
			continue
		}
		p, last := contentline{strings.ToUpper(m[1]), m[2], m[3]}, open[len(open)-1]
		switch {
		case p.name == "BEGIN":
			c := &component{name: p.value}
			last.parts, open = append(last.parts, c), append(open, c)
		case p.name == "END" && (len(open) == 1 || last.name != p.value):
			fault("3.6: END:%s ends nothing", p.value)
		case p.name == "END":
			open = open[:len(open)-1]
		default:
			last.props = append(last.props, p)
		}
	}
	if len(open) != 1 || len(root.props) != 0 || len(root.parts) != 1 || root.parts[0].name != "VCALENDAR" {
		return append(faults, "3.4: the stream is not one VCALENDAR")
	}
	return append(faults, root.parts[0].calendar()...)
}

// times says how often each property may stand: exactly once, or at most once.
func (c *component) times(section string, once, atMost []string) (faults []string) {
	for _, name := range once {
		if n := len(c.all(name)); n != 1 {
			faults = append(faults, fmt.Sprintf("%s: %d %s in %s", section, n, name, c.name))
		}
	}
	for _, name := range atMost {
		if n := len(c.all(name)); n > 1 {
			faults = append(faults, fmt.Sprintf("%s: %d %s in %s", section, n, name, c.name))
		}
	}
	return faults
}

// calendar is section 3.6 and its properties, section 3.7.
func (c *component) calendar() []string {
	faults := c.times("3.6", []string{"PRODID", "VERSION"}, []string{"CALSCALE", "METHOD"})
	if v := c.all("VERSION"); len(v) == 1 && v[0].value != "2.0" {
		faults = append(faults, "3.7.4: version "+v[0].value)
	}
	if v := c.all("CALSCALE"); len(v) == 1 && v[0].value != "GREGORIAN" {
		faults = append(faults, "3.7.1: scale "+v[0].value)
	}
	if len(c.parts) == 0 {
		faults = append(faults, "3.6: no component")
	}
	zones, ids := map[string]bool{}, map[string]bool{}
	for _, part := range c.parts {
		if id := part.all("TZID"); part.name == "VTIMEZONE" && len(id) == 1 {
			zones[id[0].value] = true
		}
	}
	for _, part := range c.parts {
		switch part.name {
		case "VTIMEZONE":
		case "VEVENT":
			faults = append(faults, part.event(zones)...)
			for _, id := range part.all("UID") {
				if ids[id.value] || id.value == "" {
					faults = append(faults, "3.8.4.7: the id is not of one event: "+id.value)
				}
				ids[id.value] = true
			}
		default:
			faults = append(faults, "a component that is not expected: "+part.name)
		}
	}
	return faults
}

// event is section 3.6.1.
func (c *component) event(zones map[string]bool) []string {
	faults := c.times("3.6.1", []string{"UID", "DTSTAMP", "DTSTART"}, []string{"DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "TRANSP", "SEQUENCE", "CLASS"})
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	for _, name := range []string{"SUMMARY", "LOCATION", "DESCRIPTION", "UID"} {
		for _, p := range c.all(name) {
			if !textValue.MatchString(p.value) {
				fault("3.3.11: %s is no text: %q", name, p.value)
			}
		}
	}
	for name, of := range map[string][]string{"STATUS": {"TENTATIVE", "CONFIRMED", "CANCELLED"}, "TRANSP": {"OPAQUE", "TRANSPARENT"}} {
		for _, p := range c.all(name) {
			if !slices.Contains(of, p.value) {
				fault("3.8: %s:%s", name, p.value)
			}
		}
	}
	for _, p := range c.all("DTSTAMP") {
		if m := timeValue.FindStringSubmatch(p.value); m == nil || m[len(m)-1] != "Z" || p.params != "" {
			fault("3.8.7.2: DTSTAMP%s:%s is not in UTC", p.params, p.value)
		}
	}
	form := func(p contentline) string { // section 3.8.2
		m := timeValue.FindStringSubmatch(p.value)
		zone, zoned := strings.CutPrefix(p.params, ";TZID=")
		switch {
		case p.params == ";VALUE=DATE" && dateValue.MatchString(p.value):
			return "date"
		case m != nil && m[len(m)-1] == "Z" && p.params == "":
			return "UTC"
		case m != nil && m[len(m)-1] == "" && p.params == "":
			return "floating"
		case m != nil && m[len(m)-1] == "" && zoned && zones[zone]: // section 3.2.19
			return "in " + zone
		}
		fault("3.8.2: no date and no time: %s%s:%s", p.name, p.params, p.value)
		return ""
	}
	for _, end := range c.all("DTEND") {
		for _, start := range c.all("DTSTART") {
			if form(start) != form(end) || end.value <= start.value {
				fault("3.8.2.2: it ends %s and begins %s", end.value, start.value)
			}
		}
	}
	for _, start := range c.all("DTSTART") {
		form(start)
	}
	if len(c.all("DTEND")) > 0 && len(c.all("DURATION")) > 0 {
		fault("3.6.1: an end and a duration")
	}
	return faults
}

// The file that the example writes, and those of visits with every kind of text and of moment.
func TestTheFileIsOneOfRFC5545(t *testing.T) {
	t.Parallel()
	stored, err := os.ReadFile("testdata/visits.ics")
	require.NoError(t, err)
	require.Empty(t, rfc5545(string(stored)))

	texts := []string{"a;b,c\\d", "dòng một\nBEGIN:VEVENT\n", "\r\nEND:VCALENDAR\r\n", "một\rhai", "tab\tvà \a chuông \x00 \x7f", "\u0085\u2028", "\ufffd", "\\n", strings.Repeat(";", 90), strings.Repeat("\\", 80)}
	for n := 55; n < 80; n++ { // every place at which a line can be cut
		texts = append(texts, strings.Repeat("x", n)+strings.Repeat("ễ🏡", 40))
	}
	moments := [][2]string{{"2022-03-01", ""}, {"2022-03-01", "2022-03-03"}, {"2022-03-01T00:30", "2022-03-01T08:00"}, {"2022-12-31T23:59", "2023-01-01"}, {"2022-03-01T08:00", "2022-03-01T08:00"}, {"2022-03-03", "2022-03-01"}}
	for i, text := range texts {
		var visits []any
		for j, at := range moments {
			visit := map[string]any{"id": fmt.Sprintf("v%d;%s", j, string([]rune(text)[:min(10, len([]rune(text)))])), "commune": "1", "start": at[0], "items": []string{text}, "leader": "l"}
			if at[1] != "" {
				visit["end"] = at[1]
			}
			visits = append(visits, visit)
		}
		data, err := json.Marshal(map[string]any{"stamp": "2022-01-01", "names": map[string]any{"1": text}, "visits": visits})
		require.NoError(t, err)
		out, errs, code := call(string(data), "-ics", "-")
		require.Equal(t, program.InOrder, code, errs)
		assert.Empty(t, rfc5545(out), "text %d", i)
	}
	out, errs, code := call(`{"stamp":"2022-01-01","visits":[{"id":"v","commune":"1"}]}`, "-ics", "-")
	assert.Empty(t, out, "a file without an event is none")
	assert.Equal(t, program.Misused, code, errs)
}

// The judge of these tests refuses what the RFC refuses.
func TestTheJudgeOfFiles(t *testing.T) {
	t.Parallel()
	stored, err := os.ReadFile("testdata/visits.ics")
	require.NoError(t, err)
	good := string(stored)
	for section, change := range map[string][2]string{
		"3.1: line":                {"\r\n", "\n"},
		"3.1: line 2 has":          {"VERSION:2.0", "VERSION:" + strings.Repeat("2", 68)},
		"3.1: no content line":     {"VERSION:2.0", "VERSION 2.0"},
		"3.1: line 3 is empty":     {"VERSION:2.0\r\n", "VERSION:2.0\r\n\r\n"},
		"cuts a character":         {"SUMMARY:Đ", "SUMMARY:\xc4\r\n \x90"},
		"3.6: 0 PRODID":            {"PRODID:", "X-PRODID:"},
		"3.7.4":                    {"VERSION:2.0", "VERSION:1.0"},
		"3.6: END":                 {"END:VEVENT", "END:VTODO"},
		"3.6.1: 0 UID":             {"UID:", "X-UID:"},
		"3.6.1: 2 SUMMARY":         {"LOCATION:", "SUMMARY:"},
		"3.3.11":                   {"LOCATION:", "LOCATION:a;"},
		"3.8.7.2":                  {"DTSTAMP:20211120T010000Z", "DTSTAMP:20211120T010000"},
		"3.8.2: no date":           {"DTSTART:20211203T070000Z", "DTSTART;TZID=Asia/Ho_Chi_Minh:20211203T140000"},
		"3.8.2.2":                  {"DTEND;VALUE=DATE:20211127", "DTEND;VALUE=DATE:20211126"},
		"3.8: STATUS":              {"STATUS:CANCELLED", "STATUS:GONE"},
		"3.4":                      {"END:VCALENDAR\r\n", ""},
		"3.8.4.7":                  {"UID:", "UID:x\r\nX-UID:"},
		"3.8.2.2: it ends 2021120": {"DTEND:20211203T100000Z", "DTEND;VALUE=DATE:20211204"},
	} {
		bad := strings.ReplaceAll(good, change[0], change[1])
		require.NotEqual(t, good, bad, section)
		assert.Contains(t, strings.Join(rfc5545(bad), "\n"), section)
	}
}
