using System.Buffers;

namespace AllianceApi.Graph.Search;

/// <summary>Finds what meets a clause in a segment: the list of a word as it stands, or one worked out for a phrase or a beginning.</summary>
internal static class ClauseLists
{
    /// <summary>The list, and how many records that are there it has; null where it has none.</summary>
    public static ClauseList? Of(LiveSegment live, Clause clause, WorkBudget budget)
    {
        var segment = live.Segment;
        if (clause.Word is { } word)
            return segment.ListOf(word) is var list and >= 0 && live.CountIn(list) is var count and > 0 ? new ClauseList(segment.Lists, list, count) : null;
        var hits = clause.Beginning is { } beginning ? OfBeginning(live, beginning) : OfPhrase(live, clause.Elements, budget);
        return hits.Count == 0 ? null : new ClauseList(PostingWriter.Of(hits.Records, hits.Impacts), 0, hits.Count);
    }

    /// <summary>Records with a word, as written, that begins so; with the greatest of the words' impacts.</summary>
    public static Hits OfBeginning(LiveSegment live, string beginning)
    {
        var segment = live.Segment;
        var (from, to) = segment.Beginning(beginning);
        var hits = new Hits();
        if (from == to)
            return hits;
        var impacts = ArrayPool<byte>.Shared.Rent(segment.Count);
        impacts.AsSpan(0, segment.Count).Clear();
        for (var form = from; form < to; form++)
            Mark(segment.Lists, segment.FormLists[form], impacts);
        for (var at = 0; at < segment.Count; at++)
        {
            var next = impacts.AsSpan(at, segment.Count - at).IndexOfAnyExcept((byte)0);
            if (next < 0)
                break;
            at += next;
            if (!live.IsDeleted(at))
                hits.Add(at, impacts[at]);
        }
        ArrayPool<byte>.Shared.Return(impacts);
        return hits;
    }

    private static void Mark(PostingLists lists, int list, byte[] greatest)
    {
        for (var block = lists.FirstBlocks[list]; block < lists.FirstBlocks[list + 1]; block++)
        {
            var impacts = lists.ImpactsIn(list, block);
            for (var i = 0; i < impacts.Length; i++)
            {
                ref var known = ref greatest[lists.RecordAt(block, i)];
                known = Math.Max(known, impacts[i]);
            }
        }
    }

    /// <summary>Records in which the words follow each other; with the least of their impacts.</summary>
    private static Hits OfPhrase(LiveSegment live, IReadOnlyList<Element> elements, WorkBudget budget)
    {
        var segment = live.Segment;
        Hits? candidates = null;
        // The plain words first, the rarest before the others: what they leave is little.
        foreach (var list in elements.Where(element => element.Whole is null).Select(element => segment.ListOf(element.Parts[0]))
            .OrderBy(list => list < 0 ? 0 : segment.Lists.Counts[list]))
        {
            if (list < 0)
                return new Hits();
            candidates = candidates is null ? Hits.Of(segment.Lists, list) : candidates.And(segment.Lists, list);
        }
        foreach (var element in elements.Where(element => element.Whole is not null))
            candidates = candidates is null ? OfElement(segment, element) : candidates.And(OfElement(segment, element));
        var phrase = new Phrase(elements, segment.ListOf);
        var words = new WordSequence();
        return candidates!.Where(record =>
        {
            if (live.IsDeleted(record) || !budget.Spend())
                return false;
            segment.Order.Read(record, words);
            return phrase.IsIn(words);
        });
    }

    /// <summary>Records with all parts of a word that is joined by hyphens, or with the whole.</summary>
    private static Hits OfElement(Segment segment, Element element)
    {
        var whole = segment.ListOf(element.Whole!) is var list and >= 0 ? Hits.Of(segment.Lists, list) : new Hits();
        Hits? parts = null;
        foreach (var part in element.Parts.Select(segment.ListOf).OrderBy(part => part < 0 ? 0 : segment.Lists.Counts[part]))
        {
            if (part < 0)
                return whole;
            parts = parts is null ? Hits.Of(segment.Lists, part) : parts.And(segment.Lists, part);
        }
        return whole.Or(parts!);
    }
}

/// <summary>A list in a segment and how many records that are there it has.</summary>
internal sealed record ClauseList(PostingLists Lists, int List, int Count);

/// <summary>How many records may be read for phrases; what is not read any more is not found, and the answer says that there may be more.</summary>
internal sealed class WorkBudget
{
    private int _left = 1_000_000;

    public bool IsSpent => _left < 0;

    public bool Spend() => --_left >= 0;
}
