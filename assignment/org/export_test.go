package org

// GazetteerJSON is the form in which a gazetteer is stored, for its schema.
type GazetteerJSON = gazetteerJSON
