package criteria

var opNames = [...]string{
	opUnstated: "unstated", opAtLeast: "atLeast", opAtMost: "atMost", opBetween: "between", opBelow: "below",
	opNone: "none", opPass: "pass", opAll: "all", opAny: "any", opFirstOf: "firstOf", opBySex: "bySex",
	opByRegion: "byRegion", opByGroup: "byGroup", opByYear: "byYear", opByZone: "byZone", opWhen: "when",
	opPrevious: "againstPrevious", opProvince: "provinceSets", opSub: "sub", opAttr: "attr", opCite: "cite",
	opMeasured: "measuredBy",
}

func (o op) String() string { return opNames[o] }
