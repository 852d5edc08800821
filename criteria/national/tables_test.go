package national_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// The sets as text, so that a change of a number or of its source is seen in review.
func TestGolden(t *testing.T) {
	t.Parallel()
	for id, file := range map[string]string{
		national.ID1980: "1980", national.ID318I: "318-1", national.ID318II: "318-2", national.ID319: "319", national.ID51: "51",
	} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			set, err := national.ByID(id)
			require.NoError(t, err)
			d := dump{pages: map[string]int{}}
			d.table(t, set.Table())
			maintain.Golden(t, "testdata/"+file+".golden", []byte(d.String()))
		})
	}
}

// dump writes a table as text; pages are numbered and listed at the end.
type dump struct {
	strings.Builder
	pages map[string]int
	list  []string
}

func (d *dump) printf(format string, args ...any) {
	_, _ = fmt.Fprintf(d, format, args...)
}

func (d *dump) table(t *testing.T, tab criteria.Table) {
	t.Helper()
	d.printf("%s, data %s, %s\n%s / %s\n%s\n%s, years %d–%d\n",
		tab.ID, tab.Version, tab.Standard, tab.Name.Vi, tab.Name.En, tab.Source, tab.Span, tab.Years.From, tab.Years.To)
	if tab.SpecialColumn != 0 {
		d.printf("special communes: %s\n", tab.SpecialColumn)
	}
	if tab.Indicators != 0 {
		d.printf("indicators of the text: %d\n", tab.Indicators)
	}
	for _, g := range tab.Groups {
		d.printf("group %s %s / %s\n  %s %s\n", g.Group, g.Name.Vi, g.Name.En, d.from(g.From), g.When.In(rule.En))
	}
	part := ""
	for _, c := range tab.Criteria {
		if c.Part.Vi != part {
			part = c.Part.Vi
			d.printf("\n=== %s / %s\n", c.Part.Vi, c.Part.En)
		}
		d.printf("\n%d %s / %s %s\n", c.No, c.Name.Vi, c.Name.En, d.from(c.NameFrom))
		for _, i := range c.Indicators {
			d.printf("  %s %s %s\n", i.Code, i.Name.Vi, d.from(i.NameFrom))
			d.printf("    %s", i.Name.En)
			for _, more := range []string{i.Unit, map[bool]string{true: "may not apply"}[i.MayNotApply]} {
				if more != "" {
					d.printf(" · %s", more)
				}
			}
			if i.Span != (rule.Span{}) {
				d.printf(" · %s", i.Span.In(rule.En))
			}
			d.WriteString("\n")
			d.require(tree(t, i.Require), "      ", "")
			if i.Note.Vi != "" {
				d.printf("    * %s / %s\n", i.Note.Vi, i.Note.En)
			}
		}
	}
	if tab.ID == national.ID51 {
		d.WriteString("\nknown by name only\n")
		for _, i := range national.Unnumbered() {
			d.printf("  %s %s\n    %s %s\n", i.Name.Vi, d.from(i.NameFrom), i.Name.En, i.Unit)
		}
		d.WriteString("\nconditions of a province\n")
		for _, i := range national.ProvinceConditions() {
			d.printf("  %s %s %s\n    %s · %s\n", i.Code, i.Name.Vi, d.from(i.NameFrom), i.Name.En, i.Unit)
			d.require(tree(t, i.Require), "      ", "")
		}
	}
	d.WriteString("\n")
	for i, p := range d.list {
		d.printf("[%d] %s\n", i+1, p)
	}
}

func (d *dump) from(c criteria.Citation) string {
	if c.Source.IsZero() {
		return "{" + c.Confidence.String() + "}"
	}
	page := c.Source.String() + " " + c.Source.Page
	if d.pages[page] == 0 {
		d.list = append(d.list, page)
		d.pages[page] = len(d.list)
	}
	return fmt.Sprintf("{%s %d}", c.Confidence, d.pages[page])
}

// tree is a requirement as its JSON has it.
func tree(t *testing.T, r criteria.Requirement) any {
	t.Helper()
	data, err := json.Marshal(r)
	require.NoError(t, err)
	var v any
	require.NoError(t, json.Unmarshal(data, &v))
	return v
}

// one is the operator of a node and its body.
func one(node any) (op string, body any) {
	object, _ := node.(map[string]any)
	for op, body = range object {
	}
	return op, body
}

func (d *dump) require(node any, indent, from string) {
	op, body := one(node)
	line := func(words string) { d.printf("%s%s %s\n", indent, words, from) }
	switch op {
	case "":
		line("not stated")
	case "cite":
		c := body.(map[string]any)
		d.require(c["is"], indent, d.from(citation(c)))
	case "byRegion":
		d.columns(body.([]any), indent, from)
	case "byYear":
		for _, k := range body.([]any) {
			d.printf("%syear %v\n", indent, k.(map[string]any)["in"])
			d.require(k.(map[string]any)["then"], indent+"  ", from)
		}
	case "sub", "measuredBy":
		d.printf("%s%s %v\n", indent, op, body.(map[string]any)["name"])
		d.require(body.(map[string]any)["is"], indent+"  ", from)
	case "all", "any", "firstOf":
		d.printf("%s%s\n", indent, op)
		for _, k := range body.([]any) {
			d.require(k, indent+"  ", from)
		}
	case "bySex":
		d.printf("%swomen and men\n", indent)
		d.require(body, indent+"  ", from)
	case "when":
		w := body.(map[string]any)
		condition, _ := json.Marshal(w["if"]) //nolint:errchkjson // it came from JSON
		d.printf("%sif %s\n", indent, condition)
		d.require(w["then"], indent+"  ", from)
		d.printf("%selse\n", indent)
		d.require(w["else"], indent+"  ", from)
	default:
		switch body {
		case nil:
			line(op + " ?")
		case true:
			line(op)
		default:
			line(fmt.Sprint(op, " ", body))
		}
	}
}

// columns writes the cells of a line, equal ones together.
func (d *dump) columns(cases []any, indent, from string) {
	var texts []string
	names := map[string][]string{}
	for _, k := range cases {
		c := k.(map[string]any)
		cell := dump{pages: d.pages, list: d.list}
		cell.require(c["then"], "", from)
		d.list = cell.list
		text := strings.TrimSuffix(cell.String(), "\n")
		if names[text] == nil {
			texts = append(texts, text)
		}
		for _, r := range c["in"].([]any) {
			names[text] = append(names[text], r.(string))
		}
	}
	for _, text := range texts {
		in := strings.Join(names[text], " ")
		if len(names[text]) == len(criteria.Regions()) {
			in = "all columns"
		}
		if strings.Contains(text, "\n") {
			text = "\n" + indent + "  " + strings.ReplaceAll(text, "\n", "\n"+indent+"  ")
		}
		d.printf("%s%s: %s\n", indent, in, text)
	}
}

func citation(c map[string]any) criteria.Citation {
	data, _ := json.Marshal(c) //nolint:errchkjson // it came from JSON
	var out criteria.Citation
	if err := json.Unmarshal(data, &out); err != nil {
		panic(err)
	}
	return out
}

// Every cell and every name has a source or a degree; what is confirmed has the
// document and the page at which it was read.
func TestEveryCellIsCited(t *testing.T) {
	t.Parallel()
	for _, set := range national.All() {
		t.Run(set.ID(), func(t *testing.T) {
			t.Parallel()
			cells := 0
			check := func(where string, c criteria.Citation) {
				if !c.Confidence.Confirmed() {
					assert.True(t, c.Source.IsZero(), "%s: what no page says has no source", where)
					return
				}
				assert.NotEmpty(t, c.Source.Number, where)
				assert.True(t, strings.HasPrefix(c.Source.Page, "http"), where)
			}
			for _, g := range set.Table().Groups {
				check("group "+g.Group.String(), g.From)
			}
			for _, k := range set.Table().Criteria {
				check(fmt.Sprint("criterion ", k.No), k.NameFrom)
				for _, i := range k.Indicators {
					check(i.Code+" name", i.NameFrom)
					walk(tree(t, i.Require), nil, func(op string, body any, from *criteria.Citation) {
						if op == "" {
							return // not stated: no cell
						}
						cells++
						if assert.NotNil(t, from, "%s: a cell without a citation", i.Code) {
							check(i.Code, *from)
							known := body != nil
							assert.Equal(t, known, from.Confidence != rule.NotObtained, "%s: %s %v", i.Code, op, body)
						}
					})
				}
			}
			if set.ID() != national.ID51 {
				assert.NotZero(t, cells)
			}
		})
	}
}

// walk visits every cell with the citation nearest to it.
func walk(node any, from *criteria.Citation, visit func(op string, body any, from *criteria.Citation)) {
	op, body := one(node)
	switch op {
	case "cite":
		c := body.(map[string]any)
		near := citation(c)
		walk(c["is"], &near, visit)
	case "byRegion", "byYear", "byGroup", "byZone":
		for _, k := range body.([]any) {
			walk(k.(map[string]any)["then"], from, visit)
		}
	case "sub", "measuredBy", "attr":
		walk(body.(map[string]any)["is"], from, visit)
	case "all", "any", "firstOf":
		for _, k := range body.([]any) {
			walk(k, from, visit)
		}
	case "bySex":
		walk(body, from, visit)
	case "when":
		for _, k := range []string{"if", "then", "else"} {
			walk(body.(map[string]any)[k], from, visit)
		}
	default:
		visit(op, body, from)
	}
}

func TestTextsAreNFC(t *testing.T) {
	t.Parallel()
	for _, set := range national.All() {
		data, err := json.Marshal(set.Table())
		require.NoError(t, err)
		assert.True(t, norm.NFC.IsNormal(data), set.ID())
		for _, k := range set.Table().Criteria {
			assert.NotEmpty(t, k.Name.Vi)
			assert.NotEmpty(t, k.Name.En)
			for _, i := range k.Indicators {
				assert.NotEmpty(t, i.Name.Vi, i.Code)
				assert.NotEmpty(t, i.Name.En, i.Code)
				assert.Equal(t, i.Note.Vi == "", i.Note.En == "", i.Code)
				assert.True(t, strings.HasPrefix(i.Code+".", fmt.Sprint(k.No, ".")), "%s in %d", i.Code, k.No)
			}
		}
	}
}

// What is known of 1980/QĐ-TTg, counted by hand from the sources: of the cells of its
// 19 rows of numbers (17.1 has two in each column, 10.1 four with the years) 51 are confirmed.
func TestConfirmedCellsOf1980(t *testing.T) {
	t.Parallel()
	set, err := national.ByID(national.ID1980)
	require.NoError(t, err)
	confirmed, recalled := 0, 0
	for _, k := range set.Table().Criteria {
		for _, i := range k.Indicators {
			walk(tree(t, i.Require), nil, func(op string, _ any, from *criteria.Citation) {
				switch {
				case op != "atLeast" && op != "atMost":
				case from.Confidence.Confirmed():
					confirmed++
				default:
					recalled++
				}
			})
		}
	}
	assert.Equal(t, 161, confirmed+recalled)
	assert.Equal(t, 51, confirmed)
}

// A line of 319/QĐ-TTg is the advanced floor times 1.1, exactly.
func TestModelIncome(t *testing.T) {
	t.Parallel()
	model, err := national.ByID(national.ID319)
	require.NoError(t, err)
	advanced, err := national.ByID(national.ID318II)
	require.NoError(t, err)
	floors := func(set criteria.Set, no int) []rule.Number {
		var out []rule.Number
		walk(tree(t, set.Table().Criteria[no-1].Indicators[0].Require), nil, func(_ string, body any, _ *criteria.Citation) {
			out = append(out, rule.MustNumber(body.(string)))
		})
		return out
	}
	base, raised := floors(advanced, 10), floors(model, 2)
	require.Len(t, base, 35)
	require.Len(t, raised, 35)
	for i := range base {
		assert.Zero(t, new(big.Rat).Mul(base[i].Rat(), big.NewRat(11, 10)).Cmp(raised[i].Rat()), "%s", base[i])
	}
}

// Nothing that is handed out changes a later answer.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	tables := func() []any {
		all := []any{national.ProvinceConditions(), national.Unnumbered(), national.Rules()}
		for _, set := range national.All() {
			all = append(all, set.Table(), set.Edition())
		}
		return all
	}
	before, err := json.Marshal(tables())
	require.NoError(t, err)
	for _, handed := range tables() {
		maintain.Spoil(handed)
	}
	after, err := json.Marshal(tables())
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after))
}
