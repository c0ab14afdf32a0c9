declare module "@textlint-rule/textlint-rule-no-invalid-control-character";
declare module "@textlint-rule/textlint-rule-no-unmatched-pair";
