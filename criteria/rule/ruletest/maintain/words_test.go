package maintain_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for text, faults := range map[rule.Text]int{
		{Vi: "mã «{id}» đã dùng", En: "the id {id} is used twice"}:          0,
		{Vi: "{note}", En: "{note}"}:                                        0,
		{Vi: "mã «{id}» is used twice", En: "the id {id} is used twice"}:    1,
		{Vi: "ma da dung", En: "the id is used twice"}:                      1,
		{Vi: "thời gian không hợp lệ", En: "the span is none"}:              1,
		{Vi: "kết quả của chuyến đi", En: "the result stands and hangs on"}: 1,
		{Vi: "nothing of the text", En: "a text that has not a day"}:        2,
	} {
		assert.Len(t, maintain.Words([]rule.Rule{{Code: "a.b", Text: text}}), faults, text.En)
		assert.Len(t, maintain.Words([]rule.Rule{{Code: "a.b", Text: rule.Text{Vi: "à", En: "a"}, Alternative: text}}), faults, text.En)
	}
}
