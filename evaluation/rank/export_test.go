package rank

// AnswerJSON is how an answer is stored.
type AnswerJSON = answerJSON
