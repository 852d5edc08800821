package criteria

import "reflect"

// DemandsJSON is how demands are stored.
type DemandsJSON = demandsJSON

// How a stored report refers to what stands once in it, for its schema.
var (
	StoredSource  = reflect.TypeFor[sourceRef]()
	StoredArg     = reflect.TypeFor[argRef]()
	StoredReading = reflect.TypeFor[readingRef]()
	StoredJoin    = reflect.TypeFor[joined]()
)
