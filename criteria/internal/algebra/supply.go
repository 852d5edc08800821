package algebra

// Stands reports whether a cell of a settled tree stands against what is supplied for it: it is
// known as well, or better, and as something else.
func Stands(was, is *Node, from *Citation) bool { return stands(was, is, from, nil) }

func stands(was, is *Node, from, by *Citation) bool {
	was, from = cited(was, from)
	is, by = cited(is, by)
	switch {
	case was == nil || len(was.Kids) == 0 && !was.Known():
		return false
	case !alike(was, is), was.Op == When && !Plain(was.Kids[0]).Equal(Plain(is.Kids[0])):
		return bestConfidence(was, from) >= LeastConfidence(is, by)
	case len(was.Kids) == 0:
		return !was.Equal(is) && bestConfidence(was, from) >= LeastConfidence(is, by)
	}
	for i := range was.Kids {
		if (was.Op != When || i > 0) && stands(was.Kids[i], is.Kids[i], from, by) {
			return true
		}
	}
	return false
}

// cited is the node below citations, and the citation that holds there.
func cited(n *Node, from *Citation) (*Node, *Citation) {
	for ; n != nil && n.Op == Cite; n = n.Kids[0] {
		from = &n.Cite
	}
	return n, from
}

// alike reports whether two nodes are the same but for their numbers and kids.
func alike(a, b *Node) bool {
	return a != nil && b != nil && a.Op == b.Op && a.Name == b.Name && len(a.Kids) == len(b.Kids)
}

// Fills reports whether what is supplied is complete, or of the same form as before and open only
// where it was open.
func Fills(was, is *Node) bool {
	if is.Complete() {
		return true
	}
	was, is = was.Bare(), is.Bare()
	switch {
	case !alike(was, is):
		return false
	case len(is.Kids) == 0:
		return was.Equal(is)
	}
	for i := range is.Kids {
		if !Fills(was.Kids[i], is.Kids[i]) {
			return false
		}
	}
	return true
}

// Better is what is supplied; a cell that was known as the same, as well or better, keeps its
// citation, and where all do, everything stays as it was.
func Better(was, is *Node, from *Citation) *Node {
	if Plain(was).Equal(Plain(is)) && asWellKnown(was, is, from) {
		return was
	}
	return recited(was, is, from, nil)
}

// asWellKnown reports whether no cell is better known by what is supplied.
func asWellKnown(was, is *Node, from *Citation) bool {
	a, b := Citations(was, from), Citations(is, nil)
	for i := range a {
		if b[i].Confidence > a[i].Confidence {
			return false
		}
	}
	return true
}

// recited is what is supplied, with the citations of before where they are as good.
func recited(was, is *Node, from, by *Citation) *Node {
	was, from = cited(was, from)
	if is != nil && is.Op == Cite {
		return Cited(is.Cite, recited(was, is.Kids[0], from, &is.Cite))
	}
	switch {
	case !alike(was, is) || is.Op == Attr:
		return is
	case len(is.Kids) == 0:
		if from != nil && by != nil && was.Equal(is) && from.Confidence >= by.Confidence {
			return Cited(Citation{Source: from.Source, Confidence: from.Confidence}, is)
		}
		return is
	}
	out := *is
	out.Kids = make([]*Node, len(is.Kids))
	for i := range is.Kids {
		out.Kids[i] = recited(was.Kids[i], is.Kids[i], from, by)
	}
	return &out
}
