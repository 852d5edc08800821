package area

import (
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// eitherBelongs is where it is read that one of the two is enough to belong to the region: the
// list of Lào Cai applies the decree so. Xã Gia Phú, of ethnic minorities and not mountainous, is
// of the region there.
var eitherBelongs = criteria.From(rule.Source{
	Kind: rule.Decision, Number: "2752/QĐ-UBND", Date: rule.Day(2025, 12, 31), Issuer: "UBND tỉnh Lào Cai", Annex: "II",
}, rule.Secondary)
