package maintain_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

type inner struct {
	N      rule.Number
	Given  bool
	hidden string
}

type varied struct {
	Name  string
	Kind  rule.Kind
	List  []inner
	By    map[string]int
	Point *inner
	Any   any
}

func variedSample() varied {
	return varied{Name: "a", Kind: rule.Broken, List: []inner{{N: rule.Int(3), hidden: "h"}}, By: map[string]int{"k": 1}, Point: &inner{}, Any: []int{1}}
}

func TestVary(t *testing.T) {
	t.Parallel()
	v := variedSample()
	var at []string
	maintain.Vary(&v, func(path string) {
		at = append(at, path)
		assert.NotEqual(t, variedSample(), v, path)
	})
	assert.Equal(t, variedSample(), v, "all is put back")
	assert.Equal(t, []string{".Name", ".Kind", ".List[0].N", ".List[0].Given", ".List", ".Point.N", ".Point.Given"}, at)
}

func TestSpoil(t *testing.T) {
	t.Parallel()
	v := variedSample()
	maintain.Spoil(v)
	assert.Equal(t, varied{Name: "a", Kind: rule.Broken, List: []inner{{N: rule.Int(4), Given: true, hidden: "h"}}, By: map[string]int{},
		Point: &inner{N: rule.Int(7), Given: true}, Any: []int{2}}, v, "a value given by itself changes only where it is shared")
	loop := &struct{ Self any }{}
	loop.Self = loop
	maintain.Spoil(loop)
}
