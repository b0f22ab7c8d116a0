using AllianceApi.Graph.Search;

namespace AllianceApi.Tests.Graph.Search;

/// <summary>Search as it is defined, without an index: every record is read for every question.</summary>
internal sealed class SlowSearch(IReadOnlyCollection<SearchRecord> records)
{
    private readonly List<Read> _records = [.. records.Select(record => new Read(record))];

    public (List<Hit> Hits, int Total, List<SearchRecord> Found) Run(SearchRequest request)
    {
        var impacts = request.Query.Clauses.Select(clause => _records.Select(record => record.ImpactOf(clause)).ToList()).ToList();
        var weights = impacts.ConvertAll(of => Weight(of.Count(impact => impact > 0)));
        var hits = new List<Hit>();
        var found = new List<SearchRecord>();
        for (var i = 0; i < _records.Count; i++)
        {
            if (!Passes(request.Filter, _records[i].Record) || request.Query.Clauses.Where((clause, c) => clause.Excluded == impacts[c][i] > 0).Any())
                continue;
            var score = request.Query.Clauses.Select((clause, c) => clause.Excluded ? 0 : weights[c] * impacts[c][i]).Sum();
            hits.Add(new Hit(score, _records[i].Record.IsStatement, _records[i].Record.Id));
            found.Add(_records[i].Record);
        }
        hits.Sort((left, right) => left == right ? 0 : left.IsBefore(right) ? -1 : 1);
        return (hits, hits.Count, found);
    }

    private long Weight(int count) => count == 0 ? 0 : Math.Max(1, (long)Math.Round(1000 * Math.Log(1 + ((_records.Count - count + 0.5) / (count + 0.5)))));

    private static bool Passes(SearchFilter filter, SearchRecord record)
    {
        if (filter.Statements is { } statements && statements != record.IsStatement)
            return false;
        if (filter.Kinds is { } kinds && (record.IsStatement || !kinds.Contains(record.Group)))
            return false;
        if (filter.Standings is { } standings && (!record.IsStatement || !standings.Contains(record.Group)))
            return false;
        if (filter.Documents is { } documents && (record.Place is null || !documents.Contains(record.Place.Document)))
            return false;
        return filter.Sections is not { } sections || (record.Place is not null && record.Place.Sections.Any(sections.Contains));
    }

    private sealed class Read
    {
        private readonly List<(SearchField Field, List<string> Words, List<(int At, int Count, string Word)> Joints, List<string> Forms)> _texts = [];

        public Read(SearchRecord record)
        {
            Record = record;
            foreach (var (field, text) in record.Texts)
            {
                var read = new TextAnalysis().Read(text);
                var (words, joints, forms) = (new List<string>(), new List<(int, int, string)>(), new List<string>());
                foreach (var word in read.Words)
                    words.Add(Spelling.Normalise(read.LettersOf(word)));
                foreach (var joint in read.Joints)
                    joints.Add((joint.FirstWord, joint.Words, Spelling.Normalise(read.LettersOf(joint))));
                foreach (var run in read.Runs)
                    forms.Add(read.LettersOf(run).ToString());
                _texts.Add((field, words, joints, forms));
            }
        }

        public SearchRecord Record { get; }

        public long ImpactOf(Clause clause)
        {
            if (clause.Beginning is { } beginning)
                return _texts.SelectMany(text => text.Forms).Where(form => form.StartsWith(beginning, StringComparison.Ordinal)).Select(OfForm).DefaultIfEmpty((byte)0).Max();
            if (clause.Word is { } word)
                return OfWord(word);
            return _texts.Exists(text => Enumerable.Range(0, text.Words.Count).Any(at => Follows(text.Words, text.Joints, at, clause.Elements, 0)))
                ? clause.Elements.Min(OfElement)
                : 0;
        }

        private byte OfElement(Element element)
        {
            var parts = element.Parts.Min(OfWord);
            return element.Whole is null ? parts : Math.Max(parts, OfWord(element.Whole));
        }

        private byte OfWord(string word) => Byte(text => text.Words.Count(candidate => candidate == word) + text.Joints.Count(joint => joint.Word == word));

        private byte OfForm(string form) => Byte(text => text.Forms.Count(candidate => candidate == form));

        private byte Byte(Func<(SearchField Field, List<string> Words, List<(int At, int Count, string Word)> Joints, List<string> Forms), int> count)
        {
            var weight = 0f;
            foreach (var text in _texts)
            {
                for (var i = 0; i < count(text); i++)
                    weight += Impact.Of(text.Field, text.Words.Count);
            }
            return weight == 0 ? (byte)0 : Impact.Byte(weight);
        }

        /// <summary>Whether the words from here on are one of the ways of saying the elements.</summary>
        private static bool Follows(List<string> words, List<(int At, int Count, string Word)> joints, int at, IReadOnlyList<Element> elements, int index)
        {
            if (index == elements.Count)
                return true;
            string[][] ways = elements[index].Whole is { } whole ? [[.. elements[index].Parts], [whole]] : [[.. elements[index].Parts]];
            return ways.Any(way => Ends(way, 0, at).Any(end => Follows(words, joints, end, elements, index + 1)));

            IEnumerable<int> Ends(string[] way, int next, int from)
            {
                if (next == way.Length)
                    return [from];
                var steps = joints.Where(joint => joint.At == from && joint.Word == way[next]).Select(joint => from + joint.Count);
                if (from < words.Count && words[from] == way[next])
                    steps = steps.Append(from + 1);
                return steps.SelectMany(step => Ends(way, next + 1, step));
            }
        }
    }
}
