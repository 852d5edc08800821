package rule_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria/rule"
)

var citations = []struct {
	source rule.Source
	vi, en string
}{
	{rule.Source{}, "", ""},
	{rule.Source{Kind: rule.Decision, Number: "318/QĐ-TTg", Date: rule.Day(2022, 3, 8), Article: "1"},
		"Quyết định số 318/QĐ-TTg ngày 08/3/2022, Điều 1", "Decision No. 318/QĐ-TTg of 2022-03-08, Article 1"},
	{rule.Source{Kind: rule.Decree, Number: "07/2021/NĐ-CP", Date: rule.Day(2021, 1, 27), Article: "2", Clause: "1", Point: "a"},
		"Nghị định số 07/2021/NĐ-CP ngày 27/01/2021, Điều 2, khoản 1, điểm a", "Decree No. 07/2021/NĐ-CP of 2021-01-27, Article 2, clause 1, point a"},
	{rule.Source{Kind: rule.Dispatch, Year: 2021, Issuer: "UBND tỉnh Lào Cai", Section: "1", Bullet: "2", Footnote: "1"},
		"Công văn năm 2021 của UBND tỉnh Lào Cai, mục 1, gạch đầu dòng 2, chú thích 1", "Dispatch of the year 2021 by UBND tỉnh Lào Cai, section 1, bullet 2, footnote 1"},
	{rule.Source{Kind: rule.LegalCode, Number: "91/2015/QH13", Date: rule.Day(2015, 11, 24), Article: "148"},
		"Bộ luật số 91/2015/QH13 ngày 24/11/2015, Điều 148", "Code No. 91/2015/QH13 of 2015-11-24, Article 148"},
	{rule.Source{Kind: rule.Decision, Number: "1980/QĐ-TTg", Annex: "I"}, "Quyết định số 1980/QĐ-TTg, Phụ lục I", "Decision No. 1980/QĐ-TTg, Annex I"},
	{rule.Source{Kind: rule.Law}, "Luật", "Law"},
	{rule.Source{Kind: rule.WebPage, Issuer: "Báo Lào Cai, điện tử"}, "Trang thông tin của Báo Lào Cai, điện tử", "Web page by Báo Lào Cai, điện tử"},
}

func TestSourcePrintsAndParses(t *testing.T) {
	t.Parallel()
	for _, c := range citations {
		assert.Equal(t, c.vi, c.source.String())
		assert.Equal(t, c.en, c.source.In(rule.En))
		if c.source.IsZero() {
			continue
		}
		back, err := rule.ParseSource(c.vi)
		require.NoError(t, err, c.vi)
		assert.Equal(t, c.source, back)
		data, err := json.Marshal(c.source)
		require.NoError(t, err)
		var decoded rule.Source
		require.NoError(t, json.Unmarshal(data, &decoded))
		assert.Equal(t, c.source, decoded)
	}
}

func TestParseSourceReadsDecomposedText(t *testing.T) {
	t.Parallel()
	s, err := rule.ParseSource(norm.NFD.String("Quyết định số 318/QĐ-TTg ngày 08/3/2022, Điều 1"))
	require.NoError(t, err)
	assert.Equal(t, "Quyết định số 318/QĐ-TTg ngày 08/3/2022, Điều 1", s.String())
}

func TestParseSourceRefuses(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{"", "318/QĐ-TTg", "Quyết định số 1 ngày 30/02/2022", "Quyết định năm hai mươi", "Quyết định năm 0",
		"Quyết định gì đó", "Quyết định số 1 ngày 08/3/2022 lung tung"} {
		_, err := rule.ParseSource(bad)
		assert.Error(t, err, bad)
	}
}

func TestSourceAt(t *testing.T) {
	t.Parallel()
	d := rule.Source{Kind: rule.Dispatch, Year: 2021, Section: "9", Footnote: "3"}
	assert.Equal(t, rule.Source{Kind: rule.Dispatch, Year: 2021, Section: "1", Bullet: "4"}, d.At("mục 1, gạch đầu dòng 4"))
	assert.Equal(t, rule.Source{Kind: rule.Dispatch, Year: 2021}, d.At("đâu đó"))
}

func TestParseDate(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"2021-08-09": "2021-08-09", "09/8/2021": "2021-08-09", "9/08/2021": "2021-08-09", "9-8-2021": "2021-08-09"} {
		d, err := rule.ParseDate(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, d.String())
	}
	for _, bad := range []string{"", "30/02/2021", "2021-02-30", "1/13/2021", "9/8/21", "9/8", "9//8/2021", "a/8/2021", "99999/1/2021", "0000-01-01", "1/1/0000"} {
		_, err := rule.ParseDate(bad)
		assert.Error(t, err, bad)
	}
}

func FuzzParseSource(f *testing.F) {
	for _, c := range citations {
		f.Add(c.vi)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := rule.ParseSource(text)
		if err != nil {
			return
		}
		again, err := rule.ParseSource(s.String())
		if err != nil || again != s {
			t.Fatalf("%q is read as %#v, which prints as %q and is read as %#v (%v)", text, s, s.String(), again, err)
		}
	})
}

func ExampleSource() {
	s, err := rule.ParseSource("Quyết định số 318/QĐ-TTg ngày 08/3/2022, Điều 1")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Kind, s.Number, s.Date, s.Article)
	fmt.Println(s.In(rule.En))
	// Output:
	// decision 318/QĐ-TTg 2022-03-08 1
	// Decision No. 318/QĐ-TTg of 2022-03-08, Article 1
}
