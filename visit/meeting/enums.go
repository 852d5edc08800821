package meeting

import "github.com/giupxa/giupxa/criteria/rule"

// Answer is what a leader answers to an invitation. The zero value is "not stated".
type Answer uint8

// The answers.
const (
	AnswerNotStated Answer = iota
	Accepted               // nhận lời
	Delegated              // cử Tổ giúp việc dự
	Declined               // không dự được
)

var answers = rule.NewEnum[Answer]("answer to an invitation", rule.Word{},
	rule.Word{Code: "accepted", Vi: "nhận lời", En: "accepted"},
	rule.Word{Code: "delegated", Vi: "cử Tổ giúp việc dự", En: "delegated to the team"},
	rule.Word{Code: "declined", Vi: "không dự được", En: "declined"},
)
