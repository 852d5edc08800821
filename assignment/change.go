package assignment

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// ChangeKind is how an assignment stands to the previous roster. The zero value
// is invalid. The footnote of the dispatch hangs the plans owed on it.
type ChangeKind uint8

// The kinds of change, per leader and commune.
const (
	_          ChangeKind = iota
	Continuing            // the leader keeps the commune
	New                   // the leader had no commune before
	Moved                 // the decision gives this commune in place of another
	Added                 // the leader keeps or moves elsewhere, and has this commune besides
	Ended                 // the leader no longer has the commune
)

var changeKinds = rule.NewEnum[ChangeKind]("kind of change", rule.Word{},
	rule.Word{Code: "continuing", Vi: "không thay đổi xã", En: "continuing"},
	rule.Word{Code: "new", Vi: "mới được phân công", En: "new"},
	rule.Word{Code: "moved", Vi: "điều chỉnh xã", En: "moved"},
	rule.Word{Code: "added", Vi: "được giao thêm xã", En: "added"},
	rule.Word{Code: "ended", Vi: "thôi giúp đỡ xã", En: "ended"},
)

// String is the permanent code.
func (k ChangeKind) String() string { return changeKinds.Code(k) }

// In gives the words.
func (k ChangeKind) In(l rule.Lang) string { return changeKinds.In(k, l) }

// MarshalText writes the code.
func (k ChangeKind) MarshalText() ([]byte, error) { return changeKinds.Marshal(k) }

// UnmarshalText reads the code.
func (k *ChangeKind) UnmarshalText(b []byte) error { return changeKinds.Unmarshal(b, k) }

// ParseChangeKind reads the code of a kind of change.
func ParseChangeKind(s string) (ChangeKind, error) { return changeKinds.Parse(s) }

// Change is one leader and commune in the light of the previous roster.
type Change struct {
	Kind    ChangeKind   `json:"kind"`
	Leader  string       `json:"leader"`
	Commune org.UnitCode `json:"commune"`
	// Assignment is the one in the new roster; for Ended, the one that ended.
	Assignment Assignment `json:"assignment"`
	// On is the day of the change: the first day of the assignment, or for Ended its last.
	On civil.Date `json:"on,omitzero"`
}
