using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Ndjson;

/// <summary>Where a line stands whose record was read without a tree.</summary>
internal sealed class LinePlace(NdjsonFile file, int line, long start, int length)
{
    /// <summary>The tree of the record, read anew: of what is right nobody asks for it.</summary>
    public PackMapping Node() => file.NodeAt(line, start, length);
}

/// <summary>A record of a pack that is lines, with the list that it belongs to: as a tree, or made already and with the place of its line.</summary>
internal readonly record struct LineRecord(string List, PackMapping? Node, object? Record = null, LinePlace? Place = null);
