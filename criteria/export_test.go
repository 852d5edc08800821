package criteria

// DemandsJSON is how demands are stored.
type DemandsJSON = demandsJSON
