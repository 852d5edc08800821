package main

import (
	"maps"

	"github.com/giupxa/giupxa/assignment/assignmenttest"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/evaluation/evaluationtest"
	"github.com/giupxa/giupxa/plan/plantest"
	"github.com/giupxa/giupxa/visit/visittest"
)

// suite is a folder of case files that put one question. asks says what is given and what is
// answered; beside are files with values that every case of the folder takes for granted.
type suite struct {
	operation, dir, asks string
	beside               []string
}

var suites = []suite{
	{operation: "gazetteer.check", dir: "assignment/org/testdata/cases",
		asks: "given: members of urn:giupxa:gazetteer:1. Only findings."},
	{operation: "matrix.check", dir: "assignment/duty/testdata/cases",
		asks: "given one of: matrix (urn:giupxa:matrix:1), checked; twoLevel, the same with moves, carried into the two levels of 1/7/2025 and checked; register (urn:giupxa:register:1), read; basis (urn:giupxa:basis:1) and act, a day: does the text bind on it, asked with the finding duty.bearer-not-addressed at bodies[0]. answer: the same value."},
	{operation: "roster.check", dir: "assignment/testdata/cases",
		asks: "given: roster (urn:giupxa:roster:1), policy (urn:giupxa:assignment-policy:1), and on, a day. With previous, a roster: answer.changes since then, by key. With beside: the roster against the matrix of the 2021 dispatch. With units and successions: answer.helping, who helps the commune on the day."},
	{operation: "national.basis", dir: "criteria/national/testdata/cases",
		asks: "given: members of urn:giupxa:dossier:1. answer.set: the national set in force for its standard on asOf, or \"\". Findings: the readings on which that rests."},
	{operation: "criteria.assess.318/QĐ-TTg/I", dir: "criteria/national/testdata/kit/318-1", asks: assess},
	{operation: "criteria.assess.51/2025/QĐ-TTg", dir: "criteria/national/testdata/kit/51", asks: assess},
	{operation: "area.classify", dir: "criteria/area/testdata/cases",
		asks: "given: urn:giupxa:area-commune:1. answer: members of urn:giupxa:area:1."},
	{operation: "poverty.classify", dir: "criteria/poverty/testdata/cases",
		asks: "given: urn:giupxa:household:1, by the national standards; a number that is not confirmed is not known. answer: class, possible, standard, source, reasons."},
	{operation: "poverty.classify.accept-high", dir: "criteria/poverty/testdata/accepted",
		asks: "as poverty.classify; numbers of confidence high count."},
	{operation: "poverty.rates", dir: "criteria/poverty/testdata/counts",
		asks: "given: urn:giupxa:poverty-counts:1. answer: poor and both, the shares of poor and of poor and near-poor households."},
	{operation: "recognition.consider", dir: "criteria/recognition/testdata/application",
		asks: "given: urn:giupxa:application:1, by the national provisions. answer: the verdict and its conditions."},
	{operation: "recognition.consider.accept-medium", dir: "criteria/recognition/testdata/accepted",
		asks: "as recognition.consider; numbers of confidence medium count."},
	{operation: "recognition.consider.supplied", dir: "criteria/recognition/testdata/supplied",
		asks: "as recognition.consider; a host has read Article 4 of 18/2022/QĐ-TTg: the rates of satisfaction are confirmed and the turnout is 70 percent."},
	{operation: "recognition.test", dir: "criteria/recognition/testdata/revocation",
		asks: "given: holding (urn:giupxa:holding:1) and history (urn:giupxa:recognition-history:1). answer: whether the conditions of a revocation hold."},
	{operation: "recognition.compare", dir: "criteria/recognition/testdata/comparison",
		asks: "given: earlier and later, each urn:giupxa:holding:1. answer: what changed."},
	{operation: "plan.check", dir: "plan/testdata/cases",
		asks: "given and answer as package plan/plantest documents them, by the mandate of Lào Cai 2021 where none is given."},
	{operation: "plan.check.hoa-binh", dir: "plan/testdata/hoabinh",
		asks: "as plan.check, by the mandate of Hòa Bình 2023."},
	{operation: "report.check", dir: "plan/report/testdata/cases", beside: []string{"plan/plantest/values/roster.json"},
		asks: "given: regime (urn:giupxa:report-regime:1) and report (urn:giupxa:periodic-report:1), with the roster beside. Only findings."},
	{operation: "visit.check", dir: "visit/testdata/cases",
		asks: "given and answer as package visit/visittest documents them."},
	{operation: "meeting.check", dir: "visit/meeting/testdata/cases",
		asks: "as visit.check, with a meeting (urn:giupxa:meeting:1) or a contact (urn:giupxa:contact:1)."},
	{operation: "workday.ask", dir: "visit/workday/testdata/cases",
		beside: []string{"visit/visittest/values/calendars/be.json", "visit/visittest/values/calendars/canada.json", "visit/visittest/values/calendars/long.json", "visit/visittest/values/calendars/nw.json"},
		asks:   "given: calendar (urn:giupxa:calendar:1; \"vietnam\"; \"settled\", the same with the proposed swap of 23/11/2026 refused; or the name of a file beside), and one of workday (answer.worked), year (off: weekdays off, saturdays: worked ones, working: how many days), before, onOrBefore, term (urn:giupxa:deadline:1), then, add (day), between (n), lead (the last day to send n working days ahead: loose, or strict by two ways of counting a day off), report (a window)."},
	{operation: "difficulty.settle", dir: "visit/difficulty/testdata/cases",
		asks: "given: competence (urn:giupxa:competence:1), matter and disposal: answer.reach, and findings on the disposal; or, with on, leader and owners: answer.disposal, where the matter goes. bodies: more bodies in the matrix of the 2021 dispatch."},
	{operation: "difficulty.course", dir: "visit/difficulty/testdata/difficulties", beside: []string{"visit/visittest/values/roster.json"},
		asks: "given: difficulties (each urn:giupxa:difficulty:1), policy (urn:giupxa:difficulty-policy:1) and on, a day; said: a total that the digest states; stored: the digest is read from its JSON. With the roster beside. answer: states on the day, digest (urn:giupxa:difficulty-digest:1), and records and owed of the first."},
	{operation: "evaluation.score", dir: "evaluation/testdata/cases", beside: []string{"evaluation/evaluationtest/values/sample.json"},
		asks: "given: sheet (urn:giupxa:sheet:1); the scheme is the sample beside (adjust: its bonus and penalty), a shipped one by name, or table (urn:giupxa:scheme:1), with weights and thresholds. answer: members of urn:giupxa:result:1; with facts, the sheet as fed by them. With policy (urn:giupxa:evaluation-policy:1): findings on the sheet under matrix (a day of the dispatch's matrix, by default that of the sheet; \"none\"; or urn:giupxa:matrix:1), or on sheets; with combine: the results of sheets as one. caveats: the findings of the rating."},
	{operation: "rating.rate", dir: "evaluation/rating/testdata/cases",
		asks: "given: record (urn:giupxa:rating-record:1) and rulebook (urn:giupxa:rating-rulebook:1). answer: members of urn:giupxa:rating-result:1."},
	{operation: "rank.order", dir: "evaluation/rank/testdata/cases",
		asks: "given: list (urn:giupxa:rank-list:1) and policy (urn:giupxa:rank-policy:1). answer: members of urn:giupxa:rank-answer:1."},
	{operation: "rollup.add", dir: "evaluation/rollup/testdata/cases",
		asks: "given one of: statement (urn:giupxa:statement:1): answer.sums, rates and distributions, calculated beside what it states; snapshot (urn:giupxa:snapshot:1), added up to the districts with the bands 0–1 and 2; between, two snapshots: answer: what changed."},
}

const assess = "given: dossier (urn:giupxa:dossier:1) and accept, the confidence from which a number counts (secondary). answer: verdict; met, least and most criteria; criteria and lines, verdicts by number; demands, gaps, reasons and missing by line; caveats, codes."

// own are folders of case files that try a test kit itself, on invented values or on the
// editions of this library: they prove nothing of another system.
var own = []string{
	"assignment/assignmenttest/testdata", "criteria/criteriatest/testdata", "criteria/poverty/testdata/review", "criteria/recognition/testdata/regime",
}

// judges answer by this library.
func judges() map[string]ruletest.Judge {
	all := map[string]ruletest.Judge{}
	for _, some := range []map[string]ruletest.Judge{
		assignmenttest.Judges(), criteriatest.Judges(), plantest.Judges(), visittest.Judges(), evaluationtest.Judges(),
	} {
		maps.Copy(all, some)
	}
	return all
}
