package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// call runs the program and gives what it prints, what it complains of and its exit code.
func call(input string, args ...string) (out, errs string, code int) {
	var o, e strings.Builder
	code = newProgram().Do(args, strings.NewReader(input), &o, &e)
	return o.String(), e.String(), code
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args string
		code int
	}{
		"vi.golden":      {"", program.Found},
		"en.golden":      {"-lang en", program.Found},
		"ams-3.golden":   {"-visit ams-3", program.InOrder},
		"draft.golden":   {"-draft", program.InOrder},
		"visits.ics":     {"-ics", program.InOrder},
		"help-vi.golden": {"-h", program.InOrder},
		"help-en.golden": {"-lang en -h", program.InOrder},
	} {
		out, errs, code := call("", strings.Fields(c.args)...)
		require.Equal(t, c.code, code, errs)
		maintain.Golden(t, filepath.Join("testdata", name), []byte(out))
		if name != "visits.ics" {
			program.CheckPage(t, out)
		}
	}
}

// The same file, as an argument, through the standard input, and left out.
func TestWhereTheVisitsComeFrom(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("vi-du.json")
	require.NoError(t, err)
	want, _, _ := call("")
	for _, got := range []func() (string, string, int){
		func() (string, string, int) { return call(string(data), "-") },
		func() (string, string, int) { return call("", "vi-du.json") },
		func() (string, string, int) { return call("\ufeff"+string(data), "-") },
	} {
		out, errs, code := got()
		assert.Equal(t, program.Found, code)
		assert.Empty(t, errs)
		assert.Equal(t, want, out)
	}
}

// property is a line of an iCalendar file, as a reader sees it.
type property struct{ name, value string }

// parse reads an iCalendar file by RFC 5545: every line ends in CRLF and has at most 75
// octets, a space begins the rest of the line before.
func parse(t *testing.T, text string) []property {
	t.Helper()
	require.True(t, strings.HasSuffix(text, "\r\n"))
	var lines []string
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		assert.LessOrEqual(t, len(line), 75, line)
		assert.True(t, utf8.ValidString(line), "no letter is cut: %q", line)
		assert.NotContains(t, line, "\n")
		assert.NotContains(t, line, "\r")
		if strings.HasPrefix(line, " ") {
			require.NotEmpty(t, lines)
			lines[len(lines)-1] += line[1:]
			continue
		}
		lines = append(lines, line)
	}
	var all []property
	for _, line := range lines {
		name, value, ok := strings.Cut(line, ":")
		require.True(t, ok, line)
		all = append(all, property{name, value})
	}
	return all
}

var unescape = strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n")

// events gathers the properties of each event.
func events(t *testing.T, text string) []map[string]string {
	t.Helper()
	all := parse(t, text)
	require.Equal(t, []property{{"BEGIN", "VCALENDAR"}, {"VERSION", "2.0"}}, all[:2])
	require.Equal(t, property{"END", "VCALENDAR"}, all[len(all)-1])
	var list []map[string]string
	var event map[string]string
	for _, p := range all {
		switch {
		case p == property{"BEGIN", "VEVENT"}:
			require.Nil(t, event)
			event = map[string]string{}
		case p == property{"END", "VEVENT"}:
			list = append(list, event)
			event = nil
		case event != nil:
			assert.NotContains(t, event, p.name, "once an event")
			if p.name == "DESCRIPTION" || p.name == "SUMMARY" || p.name == "LOCATION" {
				p.value = unescape.Replace(p.value)
			}
			event[p.name] = p.value
		}
	}
	return list
}

func TestCalendarFile(t *testing.T) {
	t.Parallel()
	out, errs, code := call("", "-ics")
	require.Equal(t, program.InOrder, code, errs)
	list := events(t, out)
	require.Len(t, list, 7+4, "seven visits, and a last day for each that is not moved, exempt or beyond the calendar")
	ids := map[string]bool{}
	for _, e := range list {
		assert.False(t, ids[e["UID"]], "an id is of one event")
		ids[e["UID"]] = true
		assert.Equal(t, "20211120T010000Z", e["DTSTAMP"], "08:00 in Việt Nam, as the file says, not the clock")
		assert.NotEmpty(t, e["SUMMARY"])
	}
	first, last := list[0], list[1]
	assert.Equal(t, "20211203T070000Z", first["DTSTART"])
	assert.Equal(t, "20211203T100000Z", first["DTEND"])
	assert.Equal(t, "20211126", last["DTSTART;VALUE=DATE"])
	assert.Equal(t, "20211127", last["DTEND;VALUE=DATE"], "the day after the last")
	assert.Equal(t, "Hạn báo xã Minh Lương về chuyến đi ngày 03/12/2021", last["SUMMARY"])
	assert.Contains(t, last["DESCRIPTION"], "02/12/2021 nghỉ: ngày hội của huyện (minh họa)")
	assert.Equal(t, "CANCELLED", list[2]["STATUS"])
	assert.Equal(t, "20220212", list[3]["DTSTART;VALUE=DATE"], "a day without an hour is a whole day")

	again, _, _ := call("", "-ics", "-stamp", "2021-11-21")
	assert.Equal(t, strings.ReplaceAll(out, "20211120T010000Z", "20211120T170000Z"), again, "nothing but the stamp changes")
}

// Whatever a visit holds, the file can be read, and says the same.
func TestTextsOfACalendarFile(t *testing.T) {
	t.Parallel()
	for _, item := range []string{
		"a;b,c\\d", "dòng một\nBEGIN:VEVENT", "\r\nEND:VCALENDAR\r\n", "tab\tvà \a chuông \x00 \x7f", strings.Repeat("ễ", 200), strings.Repeat("x", 75), "thôn " + strings.Repeat("🏡", 60),
		"\\n không xuống dòng", strings.Repeat(";", 90),
	} {
		file := map[string]any{"stamp": "2022-01-01T00:00", "visits": []any{map[string]any{"id": item, "commune": "1", "start": "2022-03-01T08:00", "end": "2022-03-02", "items": []string{item}}}}
		if len(item) > 100 {
			file["visits"].([]any)[0].(map[string]any)["id"] = "v"
		}
		data, err := json.Marshal(file)
		require.NoError(t, err)
		out, errs, code := call(string(data), "-ics", "-")
		require.Equal(t, program.InOrder, code, errs)
		list := events(t, out)
		require.Len(t, list, 1)
		clean := strings.Map(controls, strings.ReplaceAll(item, "\r\n", "\n"))
		clean = strings.TrimRight(strings.TrimSpace(clean), ".;")
		if strings.Trim(clean, ";") != "" {
			assert.Contains(t, list[0]["DESCRIPTION"], clean)
		}
		assert.NotContains(t, list[0], "DTEND", "an end without an hour is none of a visit with one")
		_, err = time.Parse("20060102T150405Z", list[0]["DTSTART"])
		assert.NoError(t, err)
	}
}

func TestWrongCalls(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		input, args, says string
		code              int
	}{
		"no such visit":       {"", "-visit x", "x", program.Misused},
		"no such file":        {"", "none.json", "none.json", program.Misused},
		"no JSON":             {"{", "-", "đầu vào chuẩn", program.Found},
		"an unknown member":   {`{"visit":[]}`, "-", "visit", program.Found},
		"a day twice":         {`{"days":[{"on":"2022-01-04","kind":"off","source":{"kind":"notice","number":"1"}},{"on":"2022-01-04","kind":"off","source":{"kind":"notice","number":"1"}}]}`, "-", "04/01/2022", program.Found},
		"a swap of no sense":  {`{"swaps":[{"off":"2022-01-08","worked":"2022-01-09","source":{"kind":"notice","number":"1"}}]}`, "-", "hoán đổi", program.Found},
		"no stamp":            {`{"visits":[]}`, "-ics -", "-stamp", program.Misused},
		"a stamp of no sense": {"", "-ics -stamp 2021-02-30", "2021-02-30", program.Misused},
		"one id twice":        {`{"stamp":"2022-01-01","visits":[{"id":"v","commune":"1"},{"id":"v","commune":"1"}]}`, "-ics -", "visits[1].id", program.Found},
	} {
		out, errs, code := call(c.input, strings.Fields(c.args)...)
		assert.Equal(t, c.code, code, name)
		assert.Empty(t, out, name)
		assert.Contains(t, errs, c.says, name)
	}
}

// What a visit lacks is said, and nothing is made up.
func TestVisitsThatLackMuch(t *testing.T) {
	t.Parallel()
	file := `{"visits":[{"id":"v","commune":"1"},{"id":"w","commune":"1","start":"2022-03-01"},{"id":"x","commune":"1","start":"2022-03-02","notices":[{"to":"1"}],"dropped":{}}]}`
	for _, args := range [][]string{{"-"}, {"-", "-lang", "en"}, {"-", "-draft"}, {"-", "-ics", "-stamp", "2022-01-01"}} {
		out, errs, code := call(file, args...)
		require.Empty(t, errs)
		assert.Equal(t, len(args) == 1 || args[1] == "-lang", code == program.Found, "a visit without content is broken")
		assert.NotContains(t, out, "0000-00")
		assert.NotContains(t, out, "{")
	}
	out, _, code := call(`{"stamp":"2022-01-01","visits":[{"id":"v","commune":"1","leader":"l","start":"2022-03-01","end":"2022-03-03","items":["a b"]},{"id":"w","commune":"2","leader":"l","start":"2022-03-02","items":["a b"]}]}`, "-")
	assert.Equal(t, program.InOrder, code)
	assert.Contains(t, out, "lãnh đạo còn chuyến đi «v»")
	out, _, _ = call(`{"stamp":"2022-01-01","visits":[{"id":"v","commune":"1","start":"2022-03-01","end":"2022-03-03"}]}`, "-", "-ics")
	assert.Equal(t, "20220304", events(t, out)[0]["DTEND;VALUE=DATE"], "the day after the last of three")
	_, _, code = call(`{"visits":[{"id":"v","commune":"1"},{"id":"v","commune":"1"}]}`, "-")
	assert.Equal(t, program.Found, code)
	out, _, _ = call(file, "-", "-draft")
	assert.Contains(t, out, "chưa ghi nội dung cụ thể")
	out, _, _ = call(`{"visits":[{"id":"x","commune":"1","start":"2022-03-02","made":true}]}`, "-", "-draft")
	assert.Contains(t, out, "Không có chuyến đi nào")
	out, _, _ = call(`{"policy":{"basis":{"id":"b","source":{"kind":"plan","number":"1/KH"},"provisions":{"visit.content":{"article":"1"}},"binds":{"from":"2021-01-01"}}},"visits":[{"id":"x","commune":"1","start":"2022-03-02"}]}`, "-", "-draft")
	assert.Contains(t, out, "Nay lãnh đạo được phân công giúp đỡ xã thông báo")
	assert.NotContains(t, out, "Lào Cai")
}
