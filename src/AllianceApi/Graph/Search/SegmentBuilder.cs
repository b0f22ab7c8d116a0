namespace AllianceApi.Graph.Search;

/// <summary>Makes a segment out of records.</summary>
internal sealed class SegmentBuilder
{
    /// <summary>Up to so many records a segment keeps what it was made of.</summary>
    private const int KeptRecords = 1 << 15;

    private const int FieldEnd = -1;
    private const int Joint = -2;

    private readonly TextAnalysis _text = new();
    private readonly Vocabulary _terms = new();
    private readonly Vocabulary _forms = new();
    private readonly Occurrences _ofTerms = new();
    private readonly Occurrences _ofForms = new();
    private readonly SegmentRecords _records = new();
    private readonly NameTable.Builder _names = new();

    /// <summary>The term of each form as a word by itself.</summary>
    private Growing<int> _termOfForm = new(1024);

    /// <summary>Words in their order, by terms, as the segment has them by lists.</summary>
    private Growing<int> _order = new(1024);
    private readonly List<int> _orderEnds = [];

    public static Segment Build(IEnumerable<SearchRecord> records)
    {
        SearchRecord[] sorted = [.. records];
        Array.Sort(sorted, (left, right) => SearchRecord.Compare(left.IsStatement, left.Id, right.IsStatement, right.Id));
        return new SegmentBuilder().Of(sorted, sorted.Length);
    }

    /// <summary>Of records that come in the order of a segment, each when it is needed and not kept longer.</summary>
    public static Segment BuildSorted(IEnumerable<SearchRecord> records, int count) => new SegmentBuilder().Of(records, count);

    private Segment Of(IEnumerable<SearchRecord> records, int count)
    {
        var kept = count <= KeptRecords ? new List<SearchRecord>(count) : null;
        foreach (var record in records)
        {
            Add(record);
            kept?.Add(record);
        }
        var writer = new PostingWriter();
        var termLists = AddTerms(writer);
        var formLists = AddForms(writer, termLists);
        var (terms, listsOfTerms) = _terms.Sorted(termLists);
        var (forms, listsOfForms) = _forms.Sorted(formLists);
        return new Segment
        {
            Ids = [.. _records.Ids],
            Entities = _records.Entities,
            Groups = [.. _records.Groups],
            GroupNames = [.. _records.GroupNames],
            PlaceOf = [.. _records.PlaceOf],
            Places = [.. _records.Places],
            Terms = terms,
            TermLists = listsOfTerms,
            Forms = forms,
            FormLists = listsOfForms,
            Lists = writer.Done(),
            Order = Order(termLists),
            Names = _names.Done(),
            Records = kept,
        };
    }

    private void Add(SearchRecord record)
    {
        foreach (var (field, text) in record.Texts)
        {
            AddText(_text.Read(text), Impact.Of(field, _text.Words.Length));
            if (field is SearchField.Name or SearchField.Aliases)
                _names.Add(_records.Ids.Count, field == SearchField.Aliases, text);
        }
        _ofTerms.EndRecord();
        _ofForms.EndRecord();
        _orderEnds.Add(_order.Count);
        _records.Add(record);
    }

    private void AddText(TextAnalysis text, float weight)
    {
        foreach (var run in text.Runs)
            _ofForms.Count(FormOf(text.LettersOf(run)), weight);
        var joints = text.Joints;
        var next = 0;
        for (var i = 0; i < text.Words.Length; i++)
        {
            if (next < joints.Length && joints[next].FirstWord == i)
            {
                var joined = _terms.Number(Spelling.Normalise(text.LettersOf(joints[next])));
                _ofTerms.Count(joined, weight);
                _order.Add(Joint);
                _order.Add(joined);
                _order.Add(joints[next++].Words);
            }
            var term = TermOf(text, text.Words[i]);
            _ofTerms.Count(term, weight);
            _order.Add(term);
        }
        _order.Add(FieldEnd);
    }

    private int FormOf(ReadOnlySpan<char> letters)
    {
        var form = _forms.Number(letters);
        if (form == _termOfForm.Count)
            _termOfForm.Add(FieldEnd);
        return form;
    }

    private int TermOf(TextAnalysis text, Word word)
    {
        if (word.Runs > 1)
            return _terms.Number(Spelling.Normalise(text.LettersOf(word)));
        var form = FormOf(text.LettersOf(word));
        if (_termOfForm.Items[form] < 0)
            _termOfForm.Items[form] = _terms.Number(Spelling.Normalise(_forms[form]));
        return _termOfForm.Items[form];
    }

    /// <summary>The lists of the terms, the most frequent first; the number of each by term.</summary>
    private int[] AddTerms(PostingWriter writer)
    {
        _ofTerms.Turn(_terms.Count);
        int[] byFrequency = [.. Enumerable.Range(0, _terms.Count)];
        Array.Sort(byFrequency, (left, right) => _ofTerms.CountOf(right).CompareTo(_ofTerms.CountOf(left)) is var order and not 0 ? order : left.CompareTo(right));
        var lists = new int[_terms.Count];
        foreach (var term in byFrequency)
            lists[term] = writer.Add(_ofTerms.RecordsOf(term), _ofTerms.ImpactsOf(term));
        return lists;
    }

    /// <summary>The lists of the forms: mostly a term has one form, and the list is the term's.</summary>
    private int[] AddForms(PostingWriter writer, int[] termLists)
    {
        _ofForms.Turn(_forms.Count);
        var lists = new int[_forms.Count];
        for (var form = 0; form < lists.Length; form++)
        {
            var term = _termOfForm.Items[form];
            var records = _ofForms.RecordsOf(form);
            var impacts = _ofForms.ImpactsOf(form);
            var same = term >= 0 && records.SequenceEqual(_ofTerms.RecordsOf(term)) && impacts.SequenceEqual(_ofTerms.ImpactsOf(term));
            lists[form] = same ? termLists[term] : writer.Add(records, impacts);
        }
        return lists;
    }

    private WordOrder Order(int[] lists)
    {
        var writer = new WordOrder.Writer(_orderEnds.Count);
        var codes = _order.Items;
        var at = 0;
        foreach (var end in _orderEnds)
        {
            for (; at < end; at++)
            {
                if (codes[at] == FieldEnd)
                    writer.EndField();
                else if (codes[at] == Joint)
                    writer.AddJoint(lists[codes[++at]], codes[++at]);
                else
                    writer.Add(lists[codes[at]]);
            }
            writer.EndRecord();
        }
        return writer.Done();
    }
}
