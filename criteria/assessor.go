package criteria

// Assessor gives a function that assesses into an assessment, which it uses again as
// [Bound.AssessInto] does: for many communes of several columns, groups, zones and years, one
// after another. Its error is that of [Set.Assess]. The function is for one goroutine.
func (s Set) Assessor() func(Dossier, *Assessment) error {
	return func(d Dossier, into *Assessment) error {
		demands, err := s.Demands(d)
		if err == nil {
			Bound{demands.c.bound(&d)}.AssessInto(into)
		}
		return err
	}
}
