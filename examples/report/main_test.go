package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// do runs the program.
func do(t testing.TB, in string, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = newProgram().Do(args, strings.NewReader(in), &o, &e)
	return o.String(), e.String(), code
}

// element is one of the page, with what is inside it.
type element struct {
	name  string
	attrs map[string]string
	kids  []*element
	text  string // all of it, that of the kids included
	up    *element
}

// walk goes through an element and all below it.
func (e *element) walk(visit func(*element)) {
	visit(e)
	for _, k := range e.kids {
		k.walk(visit)
	}
}

func (e *element) all(name string) (list []*element) {
	e.walk(func(x *element) {
		if x.name == name {
			list = append(list, x)
		}
	})
	return list
}

// parse reads a page, which is HTML that is well-formed as XML too.
func parse(t testing.TB, text string) *element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	root := &element{name: "#root"}
	at := root
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		switch x := token.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local, attrs: map[string]string{}, up: at}
			for _, a := range x.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			at.kids = append(at.kids, e)
			at = e
		case xml.EndElement:
			at.up.text += at.text
			at = at.up
		case xml.CharData:
			at.text += string(x)
		}
	}
	require.Same(t, root, at)
	return root
}

var pages = []struct {
	lang string
	args []string
}{{"vi", nil}, {"en", []string{"-lang", "en"}}}

// The page needs nothing but itself, and a screen reader finds its way in it.
func TestPageStandsAlone(t *testing.T) {
	t.Parallel()
	for _, p := range pages {
		text, errs, code := do(t, "", p.args...)
		require.Zero(t, code, errs)
		root := parse(t, text)
		html := root.all("html")[0]
		assert.Equal(t, p.lang, html.attrs["lang"])
		assert.Empty(t, root.all("script"))
		assert.Empty(t, root.all("link"))
		assert.Empty(t, root.all("img"))
		assert.NotContains(t, text, "url(")
		assert.NotContains(t, text, "@import")
		assert.NotContains(t, text, "ZgotmplZ", "the template refused a value")
		assert.NotContains(t, text, "%!")
		assert.Len(t, root.all("h1"), 1)
		assert.Len(t, root.all("main"), 1)
		assert.NotEmpty(t, root.all("title")[0].text)

		ids := map[string]bool{}
		root.walk(func(e *element) {
			if id := e.attrs["id"]; id != "" {
				assert.False(t, ids[id], "id %s twice", id)
				ids[id] = true
			}
		})
		level := 1
		root.walk(func(e *element) {
			if refers := e.attrs["aria-labelledby"]; refers != "" {
				assert.True(t, ids[refers], refers)
			}
			if href, ok := e.attrs["href"]; ok {
				assert.True(t, strings.HasPrefix(href, "#") && ids[href[1:]], href)
			}
			switch e.name {
			case "h2", "h3":
				now := int(e.name[1] - '0')
				assert.LessOrEqual(t, now, level+1, "%s under h%d", e.text, level)
				assert.NotEmpty(t, strings.TrimSpace(e.text))
				level = now
			case "svg":
				assert.True(t, e.attrs["role"] == "img" && e.attrs["aria-label"] != "" || e.attrs["aria-hidden"] == "true", "a drawing without a name")
				assert.NotEmpty(t, e.attrs["viewBox"])
			case "table":
				assert.Len(t, e.all("caption"), 1)
				for _, h := range e.all("th") {
					assert.Contains(t, []string{"row", "col"}, h.attrs["scope"])
				}
				columns := 0
				for i, row := range e.all("tr") {
					cells := len(row.all("td")) + len(row.all("th"))
					if i == 0 {
						columns = cells
					}
					assert.Equal(t, columns, cells, row.text)
				}
			case "div":
				if e.attrs["role"] == "region" {
					assert.Equal(t, "0", e.attrs["tabindex"], "what scrolls takes the keyboard")
					assert.NotEmpty(t, e.attrs["aria-label"]+e.attrs["aria-labelledby"])
				}
			}
		})
	}
}

// Each verdict of the map is a sign and a word, and that of the library.
func TestMapIsTheAssessments(t *testing.T) {
	t.Parallel()
	var p province
	require.NoError(t, form.Decode(shown, "", &p))
	text, _, _ := do(t, "", "-lang", "en")
	table := func(root *element) *element {
		i := slices.IndexFunc(root.all("table"), func(e *element) bool { return e.attrs["class"] == "map" })
		require.GreaterOrEqual(t, i, 0)
		return root.all("table")[i]
	}(parse(t, text))
	rows := map[string]*element{}
	for _, r := range table.all("tbody")[0].all("tr") {
		rows[r.all("th")[0].text] = r
	}
	require.Len(t, rows, len(p.Dossiers))
	sets := map[string]criteria.Set{}
	signs := map[criteria.Verdict]string{criteria.Met: "✓", criteria.NotMet: "✗", criteria.Unknown: "?", criteria.NotApplicable: "–"}
	kinds := map[criteria.Verdict]bool{}
	for _, d := range p.Dossiers {
		set, err := p.set(d, sets)
		require.NoError(t, err)
		a, err := set.Assess(d)
		require.NoError(t, err)
		row := rows[strings.TrimPrefix(d.UnitName, "xã ")]
		require.NotNil(t, row, d.UnitName)
		cells := row.all("td")
		i := 0
		for h := range a.Accept(p.Accept).Headings() {
			kinds[h.Verdict] = true
			assert.Equal(t, signs[h.Verdict], cells[i].text, "%s %d", d.UnitName, h.No)
			assert.Equal(t, h.Verdict.In(rule.En), cells[i].attrs["title"])
			i++
		}
		assert.Equal(t, fmt.Sprintf("%d/%d", a.Accept(p.Accept).Count(criteria.Met), i), cells[i].text)
	}
	assert.True(t, kinds[criteria.Met] && kinds[criteria.NotMet] && kinds[criteria.Unknown])
}

// Every class that gives a colour is one that the style knows, and no meaning is in a colour
// alone: what has a coloured class has words or a sign too.
func TestColours(t *testing.T) {
	t.Parallel()
	text, _, _ := do(t, "")
	style := source[strings.Index(source, "<style>"):strings.Index(source, "</style>")]
	root := parse(t, text)
	root.walk(func(e *element) {
		for _, class := range strings.Fields(e.attrs["class"]) {
			if strings.HasPrefix(class, "r-") {
				continue // a rank's row has no colour unless it was cut
			}
			assert.Contains(t, style, "."+class, e.name)
		}
	})
	themes := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(style, -1)
	require.Len(t, themes, 2, "light and dark")
	variable := regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6})`)
	for _, theme := range themes {
		colours := map[string]string{}
		for _, m := range variable.FindAllStringSubmatch(theme[1], -1) {
			colours[m[1]] = m[2]
		}
		for _, pair := range [][2]string{{"text", "page"}, {"soft", "page"}, {"link", "page"}, {"text", "band"}, {"soft", "band"}, {"text", "idle"}, {"text", "open"},
			{"on-met", "met"}, {"on-not", "not"}, {"on-open", "open"}, {"on-idle", "idle"}} {
			require.Contains(t, colours, pair[0])
			require.Contains(t, colours, pair[1])
			assert.GreaterOrEqual(t, contrast(t, colours[pair[0]], colours[pair[1]]), 4.5, "%s on %s", pair[0], pair[1])
		}
		for _, drawn := range []string{"a", "c", "d", "e", "met", "not"} { // beside the page: WCAG 1.4.11
			assert.GreaterOrEqual(t, contrast(t, colours[drawn], colours["page"]), 3.0, drawn)
		}
	}
}

// contrast is that of WCAG 2.2 between two colours.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	luminance := func(colour string) float64 {
		sum := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
			require.NoError(t, err)
			c := float64(n) / 255
			if c <= 0.04045 {
				c /= 12.92
			} else {
				c = math.Pow((c+0.055)/1.055, 2.4)
			}
			sum += weight * c
		}
		return sum
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// A section without records is left out; names of a file are shown as text, whatever they hold.
func TestSections(t *testing.T) {
	t.Parallel()
	out, errs, code := do(t, `{"name": {"vi": "<b>\"tỉnh\" & co</b>", "en": "x"}}`, "-")
	require.Zero(t, code, errs)
	root := parse(t, out)
	assert.Equal(t, `<b>"tỉnh" & co</b>`, root.all("h1")[0].text)
	assert.Len(t, root.all("section"), 1, "the grounds alone")
	for name, c := range map[string]struct {
		in   string
		args []string
		code int
		says string
	}{
		"no name":         {`{}`, []string{"-"}, 1, "name"},
		"a dossier":       {`{"name":{"vi":"a","en":"a"},"dossiers":[{"unit":"x","set":"1/QĐ-TTg"}]}`, []string{"-"}, 1, "dossiers[0]"},
		"two sets":        {`{"name":{"vi":"a","en":"a"},"dossiers":[{"unit":"x","set":"1980/QĐ-TTg","standard":"basic","asOf":"2020-01-01"},{"unit":"y","set":"318/QĐ-TTg/I","standard":"basic","asOf":"2023-01-01"}]}`, []string{"-"}, 1, "dossiers[1]"},
		"a day":           {"", []string{"-date", "31/2/2021"}, 2, "31/2/2021"},
		"a day before it": {"", []string{"-date", "1/1/1999"}, 2, ""},
		"no file":         {"", []string{"/none.json"}, 2, "none.json"},
		"no JSON":         {"{", []string{"-"}, 1, ""},
	} {
		_, errs, code := do(t, c.in, c.args...)
		assert.Equal(t, c.code, code, "%s: %s", name, errs)
		assert.Contains(t, errs, c.says, name)
	}
	help, _, code := do(t, "", "-h")
	assert.Zero(t, code)
	assert.Contains(t, help, "report")
}

// large is the illustrative province with n communes.
func large(t testing.TB, n int) string {
	t.Helper()
	var p map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(shown, &p))
	var dossiers []map[string]any
	require.NoError(t, json.Unmarshal(p["dossiers"], &dossiers))
	many := make([]map[string]any, n)
	for i := range many {
		many[i] = map[string]any{}
		for k, v := range dossiers[i%len(dossiers)] {
			many[i][k] = v
		}
		many[i]["unit"], many[i]["unitName"] = fmt.Sprint("x", i), fmt.Sprint("xã ", i)
	}
	var err error
	p["dossiers"], err = json.Marshal(many)
	require.NoError(t, err)
	text, err := json.Marshal(p)
	require.NoError(t, err)
	return string(text)
}

// The page grows with the communes, and not faster.
func TestPageIsLinear(t *testing.T) {
	t.Parallel()
	var sizes []int
	for _, n := range []int{50, 100, 200} {
		out, errs, code := do(t, large(t, n), "-")
		require.Zero(t, code, errs)
		sizes = append(sizes, len(out))
	}
	assert.InEpsilon(t, 2*(sizes[1]-sizes[0]), sizes[2]-sizes[1], 0.1)
}

// BenchmarkPage writes the page of a province of 150 communes; the bar is a second.
func BenchmarkPage(b *testing.B) {
	in := large(b, 150)
	for b.Loop() {
		_, _, code := do(b, in, "-")
		require.Zero(b, code)
	}
}

// A code that was given to another unit later names the one of the day.
func TestCodesAreOfTheDay(t *testing.T) {
	t.Parallel()
	unit := func(name string, span rule.Span) org.Unit {
		return org.Unit{Code: "99001", Name: name, Kind: org.KindCommune, Span: span}
	}
	g, err := org.NewGazetteer([]org.Unit{unit("Cũ", rule.Span{To: rule.Day(2021, 12, 31)}), unit("Mới", rule.Span{From: rule.Day(2022, 1, 1)})}, nil)
	require.NoError(t, err)
	for day, want := range map[civil.Date]string{rule.Day(2021, 12, 31): "Cũ", rule.Day(2022, 1, 1): "Mới"} {
		v := &view{on: day, units: g, names: map[org.UnitCode]string{"99001": "xã khác", "99002": "xã ở hồ sơ"}}
		assert.Equal(t, want, v.unit("99001"))
		assert.Equal(t, "xã ở hồ sơ", v.unit("99002"))
		assert.Equal(t, "99003", v.unit("99003"))
	}
}
