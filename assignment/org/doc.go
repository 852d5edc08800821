// Package org says who exists on a day: levels of government, administrative
// units, bodies and their dated names.
package org
