package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Edition names the exact content of a rulebook: every answer carries the
// edition it rests on, and the same edition gives the same answer.
type Edition struct {
	ID      string `json:"id"`      // "1980/QĐ-TTg"
	Version string `json:"version"` // of the data: "2026-11-25"
	Digest  string `json:"digest"`  // SHA-256 of the content: 64 hexadecimal digits
}

// EditionOf names a content by its [Digest].
func EditionOf(id, version string, content any) Edition {
	return Edition{ID: id, Version: version, Digest: Digest(content)}
}

// Digest is the SHA-256 of a content's JSON, in 64 hexadecimal digits; texts count in the
// spelling of [Normal], so that a content has the digest that it has when it is stored and
// read again. A content that has no JSON, because a value in it is outside its list, has no
// digest. The JSON of a content that appends it is the one that it appends.
func Digest(content any) string {
	data, err := textOf(content)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256([]byte(Normal(string(data))))
	return hex.EncodeToString(sum[:])
}

func textOf(content any) ([]byte, error) {
	if own, ok := content.(interface {
		AppendJSON(out []byte) ([]byte, error)
	}); ok {
		return own.AppendJSON(nil)
	}
	return json.Marshal(content)
}

// Short is the beginning of the digest, for a line that a person reads.
func (e Edition) Short() string { return e.Digest[:min(16, len(e.Digest))] }
