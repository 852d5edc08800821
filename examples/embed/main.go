// Command embed is the smallest program that uses the library.
package main

import (
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

func main() {
	helps := assignment.Assignment{ID: "a1", Leader: "l1", Commune: "02743", Span: rule.Span{From: rule.Day(2021, 8, 5)}}
	for _, due := range plan.LaoCai2021().Owed(assignment.Change{Kind: assignment.New, Assignment: helps})[:2] {
		fmt.Printf("%s → %s, by %s (%s)\n", due.Note.In(rule.En), due.To, due.Latest, due.Source.In(rule.En))
	}
}
