package main

import (
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// scoreSection is a provisional score of a leader's support work.
type scoreSection struct {
	Scheme rule.Text         `json:"scheme"`
	Result evaluation.Result `json:"result"`
}

// The weights are the example's own: those of the regulation are not known.
var (
	illustration = evaluation.Given{Caller: true, Illustrative: true}
	weights      = map[string]rule.Number{"1": rule.Int(30), "2": rule.Int(20), "3": rule.Int(15), "4": rule.Int(15), "5": rule.Int(20)}
)

func newScoreSection() (scoreSection, error) {
	bare := evaluation.LaoCai1686()
	scheme, err := bare.WithWeights(evaluation.Weights{Given: illustration, Max: weights})
	if err != nil {
		return scoreSection{}, err
	}
	result, err := scheme.Score(evaluation.Sheet{
		ID: "nhnn-2021", Scheme: scheme.Edition().ID,
		About: evaluation.SupportWork{Leader: "nhnn", Year: 2021},
		Entries: []evaluation.Entry{
			{Line: "1", Self: evaluation.Percent(rule.Int(95)), Verified: evaluation.Percent(rule.Int(90))},
			{Line: "2", Self: evaluation.Points(rule.Int(18)), Verified: evaluation.Points(rule.MustNumber("17.5"))},
			{Line: "3", Self: evaluation.Points(rule.Int(13)), Verified: evaluation.Points(rule.Int(13))},
			{Line: "4", Self: evaluation.Points(rule.Int(15)), Verified: evaluation.Points(rule.Int(12))},
			{Line: "5", Self: evaluation.Share(215, 215), Verified: evaluation.Share(130, 215)},
		},
	})
	return scoreSection{Scheme: bare.Table().Name, Result: result}, err
}

func (s scoreSection) print(p *page) {
	p.title("5. Bảng chấm điểm tạm tính", "5. A provisional score sheet")
	p.paragraph("Công tác giúp đỡ năm 2021 của Giám đốc Ngân hàng Nhà nước – Chi nhánh tỉnh Lào Cai, theo 5 đề mục của Quyết định số 1686/QĐ-UBND. Điểm tối đa từng mục và mọi điểm chấm là minh họa.",
		"The support work of the director of the State Bank's Lào Cai branch in 2021, under the five headings of Decision 1686/QĐ-UBND. The maximum of each heading and every mark are illustrative.")
	p.Printf("\n")
	rows := [][]string{}
	for w := range s.Result.Lines() {
		rows = append(rows, []string{w.In(p.Lang), p.mark(illustrative)})
	}
	p.Table(rows, 2)
	rating, _ := s.Result.Rating()
	p.Printf("  %s %s (≈ %s)\n", p.Say("Tổng tạm tính:", "Provisional total:"), s.Result.Total().In(p.Lang), s.Result.Rounded().In(p.Lang))
	p.Printf("  %s %s\n", p.Say("Xếp loại:", "Rating:"), rating.In(p.Lang))
	for _, c := range s.Result.Caveats() {
		p.Bullet(c.In(p.Lang))
	}
}
