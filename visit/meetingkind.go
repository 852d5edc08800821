package visit

import "github.com/giupxa/giupxa/criteria/rule"

// MeetingKind is a kind of meeting of the commune: "village". The list is open, as it is in
// the text, which names the four kinds that are constants; "peoples-council" or any other
// is a kind too. The empty kind is "not stated".
type MeetingKind string

// The kinds that the text names.
const (
	Village          MeetingKind = "village"           // họp thôn, bản
	PartyCell        MeetingKind = "party-cell"        // họp chi bộ
	Agency           MeetingKind = "agency"            // họp cơ quan
	MassOrganization MeetingKind = "mass-organization" // họp đoàn thể
)

var meetingKinds = map[MeetingKind]rule.Text{
	"":               {Vi: "chưa ghi loại", En: "of a kind not stated"},
	Village:          {Vi: "họp thôn", En: "village meeting"},
	PartyCell:        {Vi: "họp chi bộ", En: "Party cell meeting"},
	Agency:           {Vi: "họp cơ quan", En: "agency meeting"},
	MassOrganization: {Vi: "họp đoàn thể", En: "mass organization meeting"},
}

// In gives the words of a kind that the text names; another kind is its own word.
func (k MeetingKind) In(l rule.Lang) string {
	if words, known := meetingKinds[k]; known {
		return words.In(l)
	}
	return string(k)
}
