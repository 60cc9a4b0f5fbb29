/** English words that are short enough to be read as a product of letters, or that begin like a function: never mathematics. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'the is of to on at by as an be it if we he do for are was has its all any can how why who me my no not so up us you ' +
    'let out use set get one two six ten add sum put and or in from with than that this what when which find give real ' +
    'does have each per also both then same into over line area root term year day days kg am pm show most more less ' +
    'off but now new old yes yet via way see say said she his her him our own too odd big few far ago age low lot run ' +
    'try top end ask did had got may men man boy son mom dad car bus box cup bag pen pot dog cat egg ice oil net map ' +
    'leg arm ear eye red sun sky sea tax tea toy job key law lie lay buy pay cut eat hit sit fit mix win won hot bad ' +
    'bit due nor gas fun zoo pie pin pit pig pip cost costs tank tanks sine sines secs logs signs rounds ' +
    'km cm mm ml oz lb lbs yd hr hrs sec mins go oh ok hi'
  ).split(' '),
);
