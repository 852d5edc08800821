package maintain

import (
	"fmt"
	"regexp"

	"github.com/giupxa/giupxa/criteria/rule"
)

var (
	// inVietnamese is words that only an English sentence has.
	inVietnamese = regexp.MustCompile(`(?i)(?:^|[\s(])(is|are|the|of|not|and|or|with|must|has|have|was|for|from|which|none)(?:$|[\s),.;:])`)
	// notPlain is English that reads as another language turned into it.
	notPlain = regexp.MustCompile(`(?i)\b(stands?|hangs? on|is none|has not|have not)\b`)
	// letters of Vietnamese that English has not.
	accented = regexp.MustCompile(`[ăâđêôơưĂÂĐÊÔƠƯà-ãè-êìíò-õùúýạ-ỹẠ-Ỹ]`)
)

// Words lists what is wrong with the words of rules: English in a Vietnamese wording, one
// without a Vietnamese letter, English that is not plain.
func Words(rules []rule.Rule) []string {
	var faults []string
	for _, r := range rules {
		for _, text := range []rule.Text{r.Text, r.Alternative} {
			if text == (rule.Text{}) {
				continue
			}
			if found := inVietnamese.FindString(text.Vi); found != "" || !accented.MatchString(text.Vi) && text.Vi != text.En {
				faults = append(faults, fmt.Sprintf("%s: not Vietnamese (%s): %s", string(r.Code), found, text.Vi))
			}
			if found := notPlain.FindString(text.En); found != "" {
				faults = append(faults, fmt.Sprintf("%s: not plain English (%s): %s", string(r.Code), found, text.En))
			}
		}
	}
	return faults
}
