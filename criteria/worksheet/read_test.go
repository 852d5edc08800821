package worksheet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/criteria/worksheet"
)

const (
	heading = "set,code,in force,name (vi),name (en),part,column or group,year,unit,candidate,confidence,asked for,value,page or article,read by,read on\n"
	signed  = "Phụ lục I,Nguyễn Văn A,2026-11-28"
)

// line is a filled row of 318/QĐ-TTg, annex I.
func line(code, part, column, year, value string) string {
	return "318/QĐ-TTg/I," + code + ",,,," + part + "," + column + "," + year + ",,,,," + value + "," + signed + "\n"
}

// nameOf is the name of an indicator of 318/QĐ-TTg, annex I.
func nameOf(t *testing.T, code string) string {
	t.Helper()
	for _, r := range worksheet.Of(held(t, national.ID318I)).Rows() {
		if r.Code == code {
			return r.Name.Vi
		}
	}
	t.Fatalf("no %s", code)
	return ""
}

func read(t *testing.T, text string) worksheet.Filled {
	t.Helper()
	return worksheet.Of(held(t, national.ID318I)).Read(text, illustration())
}

// demandOf is what the filled set demands of a commune.
func demandOf(t *testing.T, f worksheet.Filled, code string, region criteria.Region, year int) criteria.Cell {
	t.Helper()
	require.False(t, f.Set.IsZero(), f.Findings)
	d, err := f.Set.Demands(criteria.Dossier{AsOf: rule.Day(2022, 12, 1), Year: year, Profile: criteria.Profile{Region: region}})
	require.NoError(t, err)
	for c := range d.Cells() {
		if c.Code == code {
			return c
		}
	}
	t.Fatalf("no cell %s", code)
	return criteria.Cell{}
}

// Every slip is told with its row and column, in both languages; the rows without one serve.
func TestSlips(t *testing.T) {
	t.Parallel()
	good := line("4.2", "", "TDMNPB", "", "95")
	for name, c := range map[string]struct {
		rows string // after a good one
		code rule.Code
		path rule.Path
		says string
	}{
		"no number":                   {line("4.2", "", "TN", "", "cao"), worksheet.ErrValue, "row[3].value", "row 3, column \"value\": \"cao\" cannot be used"},
		"over 100":                    {line("4.2", "", "TN", "", "101"), worksheet.ErrPercent, "row[3].value", "101 does not lie in 0–100 %"},
		"the other direction":         {line("4.2", "", "TN", "", "≤ 98"), worksheet.ErrDirection, "row[3].value", `the direction of "≤ 98" disagrees with the row (≥ 98)`},
		"a pass for a number":         {line("4.2", "", "TN", "", "đạt"), worksheet.ErrDirection, "row[3].value", "disagrees with the row (≥ 98)"},
		"a number for a pass":         {line("1.1", "", "", "", "5"), worksheet.ErrDirection, "row[3].value", "disagrees with the row (met)"},
		"against a confirmed number":  {line("3.1", "", "TN", "", "70"), worksheet.ErrConfirmed, "row[3].value", "contradicts the confirmed ≥ 80 (secondary"},
		"not the candidate":           {line("4.2", "", "TN", "", "97"), worksheet.AdviceDiffers, "row[3].value", "differs from the candidate ≥ 98"},
		"twice":                       {good, worksheet.ErrTwice, "row[3].code", "given in row 2 already"},
		"a decimal comma":             {line("4.2", "", "TN", "", `"97,5"`), worksheet.ErrRewritten, "row[3].value", "write a point before decimals (1.1)"},
		"a number as a day":           {line("4.2", "", "TN", "", "01/05/2026"), worksheet.ErrRewritten, "row[3].value", "format the column as text"},
		"a code as a day":             {line("01/01/2026", "", "TN", "", "98"), worksheet.ErrRewritten, "row[3].code", "write the code again"},
		"a code as a short day":       {line("4-Feb", "", "TN", "", "98"), worksheet.ErrRewritten, "row[3].code", "format the column as text"},
		"a code with a comma":         {line(`"4,2"`, "", "TN", "", "98"), worksheet.ErrRewritten, "row[3].code", "write the code with a point: 4.2"},
		"an empty code":               {line("", "", "TN", "", "98"), worksheet.ErrMerged, "row[3].code", "empty, perhaps of merged cells"},
		"an empty set":                {strings.TrimPrefix(line("4.2", "", "TN", "", "98"), "318/QĐ-TTg/I"), worksheet.ErrMerged, "row[3].set", "empty, perhaps of merged cells"},
		"another set":                 {strings.Replace(line("4.2", "", "TN", "", "98"), "/I,", "/II,", 1), worksheet.ErrNoCell, "row[3].set", "this sheet is of 318/QĐ-TTg/I"},
		"no such code":                {line("99.9", "", "TN", "", "98"), worksheet.ErrNoCell, "row[3].code", "copy the code"},
		"no such column":              {line("4.2", "", "TB", "", "98"), worksheet.ErrNoCell, `row[3]["column or group"]`, "write columns as the sheet has them"},
		"a zone of the national text": {line("4.2", "", "khu vực 1", "", "98"), worksheet.ErrNoCell, "row[3].code", "copy code, days, part"},
		"a year of another set":       {line("10", "", "TN", "1999–2099", "98"), worksheet.ErrNoCell, "row[3].year", "of the years of the set"},
		"a code that lost its zero":   {strings.Replace(line("4.1", "", "", "", "đạt"), ",,,,,", `,,"`+nameOf(t, "4.2")+`",,,`, 1), worksheet.ErrRewritten, "row[3].code", "the name in the row is that of 4.2"},
		"after a quoted break":        {strings.Replace(line("4.2", "", "BTB", "", "98"), ",,,,", ",,\"a\nb\",,", 1) + line("4.2", "", "TN", "", "cao"), worksheet.ErrValue, "row[4].value", "row 4, column"},
		"no column":                   {line("4.2", "", "", "", "98"), worksheet.ErrNoCell, "row[3].code", "copy code, days, part"},
		"no such year":                {line("10", "", "TN", "22", "98"), worksheet.ErrNoCell, "row[3].year", "write 2022 or 2022–2025"},
		"fewer numbers than columns":  {line("4.2", "", "TN DNB DBSCL", "", "98 99"), worksheet.ErrValue, "row[3].value", "not as many numbers as columns"},
		"no sign where none is known": {line("2.1", "", "", "", "80"), worksheet.ErrValue, "row[3].value",
			"write a sign before the number"},
		"no article":          {strings.Replace(line("4.2", "", "TN", "", "98"), "Phụ lục I", "", 1), worksheet.ErrUncited, `row[3]["page or article"]`, "write the page or article"},
		"no reader":           {strings.Replace(line("4.2", "", "TN", "", "98"), "Nguyễn Văn A", "", 1), worksheet.ErrUncited, `row[3]["read by"]`, "write who read the text"},
		"no day":              {strings.Replace(line("4.2", "", "TN", "", "98"), "2026-11-28", "", 1), worksheet.ErrUncited, `row[3]["read on"]`, "write the day"},
		"a day of two months": {strings.Replace(line("4.2", "", "TN", "", "98"), "2026-11-28", "05/11/2026", 1), worksheet.ErrUncited, `row[3]["read on"]`, "may be either of two days"},
		"no value":            {line("4.2", "", "TN", "", ""), worksheet.ErrMerged, "row[3].value", "empty"},
		"an open quote":       {"\"318/QĐ-TTg/I,4.2", worksheet.ErrLine, "row[3]", "a quotation mark"},
		"too many cells":      {strings.TrimSuffix(line("4.2", "", "TN", "", "98"), "\n") + ",more\n", worksheet.ErrLine, "row[3]", "more cells than headings"},
		"an empty line counts": {"\r\n" + line("4.2", "", "TN", "", "x"), worksheet.ErrValue, "row[4].value",
			"row 4, column"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := read(t, heading+good+c.rows)
			found := f.Findings.Of(c.code)
			require.Len(t, found, 1, f.Findings)
			assert.Equal(t, c.path, found[0].Path)
			assert.Contains(t, found[0].In(rule.En), c.says)
			assert.Empty(t, found[0].Unfilled())
			assert.NotEqual(t, found[0].In(rule.En), found[0].In(rule.Vi))
			assert.Equal(t, strings.HasPrefix(c.says, "differs"), !f.Findings.Has(rule.Broken))
			cell := demandOf(t, f, "4.2", criteria.TDMNPB, 2022)
			assert.Equal(t, rule.Read, cell.Confidence)
			assert.Equal(t, "318/QĐ-TTg", cell.Source.Number)
		})
	}
}

// A heading that is missing or renamed leaves nothing to go by: all are told, nothing is read.
func TestHeadings(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		heading string
		want    int
		says    string
	}{
		"renamed": {strings.Replace(heading, "value", "number", 1), 2, "row 1, column 13: the heading \"number\": not a column"},
		"missing": {strings.Replace(heading, "year,", "", 1), 1, `the heading "year": the column is missing`},
		"twice":   {strings.Replace(heading, "candidate", "value", 1), 1, "there are two such columns"},
		"none":    {"", 10, "the column is missing"},
	} {
		f := read(t, c.heading+line("4.2", "", "TDMNPB", "", "95"))
		if name == "none" {
			f = read(t, "")
		}
		found := f.Findings.Of(worksheet.ErrHeading)
		assert.Len(t, found, c.want, name)
		assert.Contains(t, rule.Tell(found.Err(), rule.En), c.says, name)
		assert.True(t, f.Set.IsZero(), name)
	}
}

// What spreadsheets and editors do to a file that changes nothing of what it says.
func TestForms(t *testing.T) {
	t.Parallel()
	text := heading + line("4.2", "", "TDMNPB", "", "94") + line("4.2", "", "DBSH", "", "98.5")
	want := read(t, text)
	for name, form := range map[string]string{
		"mark":                   "\ufeff" + text,
		"lines of Windows":       strings.ReplaceAll(text, "\n", "\r\n"),
		"semicolons":             strings.ReplaceAll(text, ",", ";"),
		"tabs":                   strings.ReplaceAll(text, ",", "\t"),
		"protected codes":        strings.ReplaceAll(text, ",4.2,", `,"=""4.2""",`),
		"a quoted break":         strings.ReplaceAll(text, ",4.2,,,", ",4.2,,\"tên\ndài\","),
		"a heading in two lines": strings.Replace(text, "column or group", "\"column\nor group\"", 1),
		"an empty first line":    "\n" + text,
		"a separator line":       "sep=,\r\n" + text,
		"lines of Macintosh":     strings.ReplaceAll(text, "\n", "\r"),
		"letters in pieces":      strings.ReplaceAll(text, "ễ", "e\u0302\u0303"),
		"signs":                  strings.ReplaceAll(text, ",94,", ",>= 94,"),
		"percent":                strings.ReplaceAll(text, ",94,", ",94 %,"),
		"Đ":                      strings.ReplaceAll(text, "DBSH", "ĐBSH"),
		"empty rows":             text + strings.Repeat(",", 15) + "\n\n",
	} {
		got := read(t, form)
		assert.False(t, got.Findings.Has(rule.Broken), "%s: %s", name, got.Findings)
		assert.Equal(t, want.Set.Edition(), got.Set.Edition(), name)
		told := got.Findings.Of(worksheet.AdviceSeparator)
		assert.Len(t, told, map[string]int{"semicolons": 1, "tabs": 1}[name], name)
	}
}

// One row may give all its columns at once, with one citation.
func TestRowOfNumbers(t *testing.T) {
	t.Parallel()
	f := read(t, heading+line("4.2", "", "TDMNPB ĐBSH BTB DHNTB TN ĐNB ĐBSCL", "", "91 92 93 94 95 96 97"))
	require.NoError(t, f.Findings.Err())
	assert.Equal(t, "≥ 96", demandOf(t, f, "4.2", criteria.DNB, 2022).Demand.In(rule.En))
	assert.Equal(t, "≥ 91", demandOf(t, f, "4.2", criteria.TDMNPB, 2022).Demand.In(rule.En))
	f = read(t, heading+line("4.2", "", `"TN, DNB"`, "", "90"))
	assert.Equal(t, "≥ 90", demandOf(t, f, "4.2", criteria.TN, 2022).Demand.In(rule.En))
	assert.Equal(t, rule.LowMed, demandOf(t, f, "4.2", criteria.BTB, 2022).Confidence)
	assert.Len(t, f.Missing, len(worksheet.Of(held(t, national.ID318I)).Rows())-2)
	assert.Equal(t, f.Before.Unconfirmed-2, f.After.Unconfirmed)
	assert.Equal(t, f.Before.Read+2, f.After.Read)
	require.Len(t, f.Overlay.Supplied, 1)
	assert.Contains(t, f.Overlay.Supplied[0].Note.Vi, "Nguyễn Văn A, 2026-11-28")
}

// A part that is filled serves before its neighbours are.
func TestPartServes(t *testing.T) {
	t.Parallel()
	rows := sheetOf(t, held(t, national.ID318I), rule.Vi)
	n := slices.IndexFunc(rows, func(r []string) bool { return strings.Contains(r[code], "17.1") && r[6] == "DBSH" })
	require.Positive(t, n)
	rows[n][value], rows[n][article], rows[n][reader], rows[n][readOn] = "55", "Điều 1", "A", "28/11/2026"
	f := read(t, printed(t, rows[:n+1]))
	require.NoError(t, f.Findings.Err())
	assert.Contains(t, demandOf(t, f, "17.1", criteria.DBSH, 2022).Demand.In(rule.En), "55")
	assert.Equal(t, f.Before.Unknown-1, f.After.Unknown)
}

// manyRows are so many rows of indicators that the set does not hold; 43 of them can be.
func manyRows(n int) string {
	var text strings.Builder
	text.WriteString(heading)
	for i := range n {
		fmt.Fprintf(&text, "51/2025/QĐ-TTg,%d.%d,,tên %d,,,nhóm %d,,%%,,,,≥ 50,trang 1,A,2026-11-28\n", i%10+1, i, i, i%3+1)
	}
	return text.String()
}

// A thousand faults are listed, and how many more there are: none is lost in the count.
func TestFaultsAreBounded(t *testing.T) {
	t.Parallel()
	sheet := worksheet.Of(held(t, national.ID51))
	for _, n := range []int{43 + 999, 43 + 1000, 43 + 1001, 5_000, 10_000} {
		f := sheet.Read(manyRows(n), illustration())
		assert.Len(t, f.Findings.Of(worksheet.ErrAdded), min(n-43, 1000), n)
		more := f.Findings.Of(form.ErrMore)
		if n <= 1043 {
			assert.Empty(t, more)
			continue
		}
		require.Len(t, more, 1)
		assert.Contains(t, more[0].In(rule.En), fmt.Sprintf("and %d more faults", n-1043))
		assert.Len(t, f.Findings.Of(worksheet.AdviceMissing), 1, "what is missing is told all the same")
		assert.False(t, f.Set.IsZero(), "the rows without a fault serve")
	}
	wide := sheet.Read(strings.Repeat("x,", 30_000)+"\n", illustration())
	assert.Len(t, wide.Findings.Of(worksheet.ErrHeading), 1000)
}

// The cost of 100,000 rows is linear, whatever is wrong with them.
func TestManyRows(t *testing.T) { //nolint:paralleltest // bytes are counted for the whole process
	set51, set318 := worksheet.Of(held(t, national.ID51)), worksheet.Of(held(t, national.ID318I))
	small, large := 5_000, 20_000 // beyond the work that is spent on refused rows
	if testing.Short() {
		small, large = 1_500, 6_000
	}
	many := func(row func(i int) string) func(n int) string {
		return func(n int) string {
			var text strings.Builder
			text.WriteString(heading)
			for i := range n {
				text.WriteString(row(i))
			}
			return text.String()
		}
	}
	for name, c := range map[string]struct {
		sheet worksheet.Sheet
		text  func(n int) string
	}{
		"further indicators": {set51, manyRows},
		"no numbers":         {set318, many(func(int) string { return line("4.2", "", "TN", "", "cao") })},
		"one cell":           {set318, many(func(int) string { return line("4.2", "", "TN", "", "98") })},
		"zones of one cell":  {set318, many(func(i int) string { return line("2.1", "", fmt.Sprintf("khu vực %d", i), "", "≥ 80") })},
		"empty rows":         {set318, many(func(int) string { return "\r\n" })},
		"parts of one row": {set51, many(func(i int) string {
			return fmt.Sprintf("51/2025/QĐ-TTg,4.1,,tên,,part-%d,,,%%,,,,≥ 50,trang 1,A,2026-11-28\n", i)
		})},
	} {
		few, all := small, large
		if name == "further indicators" && !testing.Short() {
			few, all = 25_000, 100_000
		}
		maintain.Linear(t, name, few, all, func(n int) func() int {
			text := c.text(n)
			return func() int { return len(c.sheet.Read(text, illustration()).Findings) }
		})
	}
}

// The codes are permanent.
func TestCodes(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", worksheet.Rules())
}

// Indicators that the set does not hold: each slip of theirs is told.
func TestFurtherIndicators(t *testing.T) {
	t.Parallel()
	sheet := worksheet.Of(held(t, national.ID51))
	row := func(code, name, part, group, year, unit, value string) string {
		return "51/2025/QĐ-TTg," + code + ",," + name + ",," + part + "," + group + "," + year + "," + unit + ",,,," + value + ",trang 3,A,2026-11-28\n"
	}
	good := row("3.2", "thu nhập", "", "nhóm 1", "2026", "", "≥ 70") + row("3.2", "thu nhập", "", "nhóm 2", "2026", "", "≥ 60") +
		row("3.2", "thu nhập", "", "", "2027–2030", "", "≥ 80") + row("8.1", "nước", "total", "", "", "%", "≥ 90") + row("8.1", "nước", "clean", "", "", "%", "đạt")
	f := sheet.Read(heading+good, illustration())
	require.NoError(t, f.Findings.Err())
	for _, c := range []struct {
		group criteria.Group
		year  int
		want  string
	}{{criteria.Group1, 2026, "≥ 70"}, {criteria.Group2, 2026, "≥ 60"}, {criteria.Group3, 2026, "not stated"}, {criteria.Group3, 2028, "≥ 80"}} {
		d, err := f.Set.Demands(criteria.Dossier{AsOf: rule.Day(2026, 12, 1), Year: c.year, Profile: criteria.Profile{Group: c.group}})
		require.NoError(t, err)
		demands := map[string]string{}
		for cell := range d.Cells() {
			demands[cell.Code] = cell.Demand.In(rule.En)
		}
		assert.Equal(t, c.want, demands["3.2"])
		assert.Contains(t, demands["8.1"], "≥ 90")
	}
	assert.Contains(t, f.Findings.Of(worksheet.AdviceMissing)[0].In(rule.En), "47 of 49 rows")
	assert.Len(t, f.Missing, 41+6, "of 43 indicators that are not held two are new here; of the four that are, six cells are open")
	for name, c := range map[string]struct {
		row  string
		code rule.Code
		says string
	}{
		"no such criterion": {row("11.1", "x", "", "", "", "", "≥ 1"), worksheet.ErrAdded, "the number of a criterion of the set"},
		"no name":           {row("3.3", "", "", "", "", "", "≥ 1"), worksheet.ErrMerged, "empty"},
		"another name":      {row("3.2", "x", "", "nhóm 3", "2026", "", "≥ 1"), worksheet.ErrAdded, "not that of an earlier row"},
		"another unit":      {row("3.2", "thu nhập", "", "nhóm 3", "2026", "%", "≥ 1"), worksheet.ErrAdded, "not that of an earlier row"},
		"twice":             {row("3.2", "thu nhập", "", "group 1", "2026", "", "≥ 71"), worksheet.ErrTwice, "given in row 2 already"},
		"no sign":           {row("3.3", "x", "", "", "", "", "1"), worksheet.ErrValue, "write a sign"},
		"no such group":     {row("3.3", "x", "", "nhóm 4", "", "", "≥ 1"), worksheet.ErrNoCell, "group 1, or zone 1"},
		"a zone":            {row("3.3", "x", "", "khu vực 1", "", "", "≥ 1"), worksheet.ErrNoCell, "no zones of a province"},
		"a code as a day":   {row("03/01/2026", "x", "", "", "", "", "≥ 1"), worksheet.ErrRewritten, "write the code again"},
	} {
		f := sheet.Read(heading+good+c.row, illustration())
		found := f.Findings.Of(c.code)
		require.Len(t, found, 1, name)
		assert.Contains(t, found[0].In(rule.En), c.says, name)
		assert.Contains(t, found[0].In(rule.En), "row 7", name)
	}
}
