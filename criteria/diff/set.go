package diff

import (
	"slices"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// text is a set as it is compared.
type text struct {
	table criteria.Table
	years algebra.Years
	from  *algebra.Citation // of the cells that name none
	count int               // of its indicators, those not held included
}

func textOf(s criteria.Set) *text {
	t := &text{table: s.Table(), years: algebra.Years(s.Years()), count: s.CountIndicators()}
	if from := t.table.From; from.Confidence != rule.NotObtained {
		t.from = &algebra.Citation{Source: from.Source, Confidence: from.Confidence}
	}
	return t
}

func treeOf(r criteria.Requirement) *algebra.Node { return algebra.Tree(r).Node() }

func requirementOf(n *algebra.Node) criteria.Requirement {
	return criteria.Requirement(algebra.TreeOf(n))
}

func appendNew(keys []string, key string) []string {
	if slices.Contains(keys, key) {
		return keys
	}
	return append(keys, key)
}
