package criteria

import (
	"strconv"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// quickReading reads the short forms of which most dossiers consist, without the detours of the
// others: a plain number of at most 12 digits and 6 decimals, a pass, a failure, "n/a". It
// says of any other text that it does not read it.
func quickReading(text []byte) (Reading, bool) {
	switch string(text) {
	case textPass:
		return Passed(), true
	case textFail:
		return Failed(), true
	case textNA:
		return NotApplied(), true
	}
	v, fine, digits := int64(0), -1, 0
	for _, c := range text {
		switch {
		case c >= '0' && c <= '9':
			v = v*10 + int64(c-'0')
			if digits++; fine >= 0 {
				fine++
			}
		case c == '.' && fine < 0 && digits > 0:
			fine = 0
		default:
			return Reading{}, false
		}
	}
	if fine == 0 || digits == 0 || digits > 12 || fine > decimals {
		return Reading{}, false
	}
	fine = max(0, fine)
	for range decimals - fine {
		v *= 10
	}
	return Reading{kind: kindValue, v: v, fine: uint8(fine)}, true //nolint:gosec // at most 6
}

// write writes the reading as MarshalJSON does; its source stands in a list, where there is
// one.
func (r *Reading) write(w *form.Writer, sources *once[rule.Source]) {
	long := r.Said != Unknown || r.Stage != 0 || !r.AsOf.IsZero() || r.Poverty != "" || r.source != nil
	if r.kind == kindNone || long {
		w.Open('{')
		if r.kind != kindNone {
			w.Key("value")
		}
	}
	if r.kind != kindNone {
		w.Append(func(out []byte) []byte { return append(r.short(append(out, '"')), '"') })
	}
	if r.kind != kindNone && !long {
		return
	}
	if r.Said != Unknown {
		w.Key("stated").Code(r.Said)
	}
	w.Constant("stage", r.Stage)
	w.Day("asOf", r.AsOf)
	w.Member("poverty", r.Poverty)
	if r.source != nil {
		w.Key("source")
		writeSource(w, r.source, sources)
	}
	w.Close('}')
}

// short appends the short form.
func (r *Reading) short(out []byte) []byte {
	switch r.kind {
	case kindValue:
		return r.appendFirst(out)
	case kindShare:
		return r.second().AppendTo(append(r.appendFirst(out), '/'))
	case kindOver:
		return r.appendFirst(append(out, '>'))
	case kindUnder:
		return r.appendFirst(append(out, '<'))
	case kindPass:
		return append(out, textPass...)
	case kindFail:
		return append(out, textFail...)
	case kindNA:
		return append(out, textNA...)
	case kindCount:
		return r.second().AppendTo(append(r.appendFirst(out), textOf...))
	default:
		return out
	}
}

// appendFirst appends what first is; most are small and written here.
func (r *Reading) appendFirst(out []byte) []byte {
	if r.exact != nil || r.v < 0 || r.kind == kindShare || r.kind == kindCount {
		return r.first().AppendTo(out)
	}
	out = strconv.AppendInt(out, r.v/millions, 10)
	if r.fine > 0 {
		var room [decimals + 1]byte
		part := strconv.AppendInt(room[:0], r.v%millions+millions, 10) // 1 and six decimals
		out = append(append(out, '.'), part[1:1+r.fine]...)
	}
	return out
}
