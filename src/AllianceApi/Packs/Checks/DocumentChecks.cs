using AllianceApi.Graph;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Checks;

/// <summary>A document's outline is a forest, and its passages lie in it one behind the other.</summary>
internal static class DocumentChecks
{
    public static void Run(PackContext pack)
    {
        foreach (var (document, node) in pack.Draft.Documents)
        {
            var sections = CheckSections(pack, document, node);
            CheckParents(pack, document, node, sections);
            CheckPassages(pack, document, node, sections);
        }
    }

    private static Dictionary<string, Section> CheckSections(PackContext pack, Document document, PackMapping node)
    {
        var sections = new Dictionary<string, Section>(StringComparer.Ordinal);
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var id = document.Sections[i].Id;
            if (id.Length > 0 && !sections.TryAdd(id, document.Sections[i]))
                pack.Report(Item(node, "sections", i, "id"), $"the section '{id}' is there already.", $"Call it '{id}-2', as 'document FILE' does.");
        }
        return sections;
    }

    private static void CheckParents(PackContext pack, Document document, PackMapping node, Dictionary<string, Section> sections)
    {
        var rooted = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < document.Sections.Count; i++)
        {
            if (document.Sections[i].Parent is not { } parent)
                continue;
            if (!sections.ContainsKey(parent))
                pack.Report(Item(node, "sections", i, "parent"), $"unknown section '{parent}'.",
                    pack.Suggest(parent, () => sections.Keys, "Name a section of this document."));
            else if (IsCycle(document.Sections[i], sections, rooted))
                pack.Report(Item(node, "sections", i, "parent"), $"the section '{document.Sections[i].Id}' lies within itself.",
                    "Break the circle of parents.");
        }
    }

    /// <summary>Whether the way up comes back to where it began. Sections known to have a root end the search.</summary>
    private static bool IsCycle(Section section, Dictionary<string, Section> sections, HashSet<string> rooted)
    {
        var way = new HashSet<string>(StringComparer.Ordinal);
        for (var at = section; at is not null && !rooted.Contains(at.Id); at = at.Parent is null ? null : sections.GetValueOrDefault(at.Parent))
        {
            if (!way.Add(at.Id))
                return at.Id == section.Id;
        }
        rooted.UnionWith(way);
        return false;
    }

    private static void CheckPassages(PackContext pack, Document document, PackMapping node, Dictionary<string, Section> sections)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var last = 0;
        for (var i = 0; i < document.Passages.Count; i++)
        {
            var passage = document.Passages[i];
            if (passage.Section.Length > 0 && !sections.ContainsKey(passage.Section))
                pack.Report(Item(node, "passages", i, "locator"), $"unknown section '{passage.Section}'.",
                    pack.Suggest(passage.Section, () => sections.Keys, "Add it to the sections."));
            if (passage.Locator.Length > 0 && !seen.Add(passage.Locator))
                pack.Report(Item(node, "passages", i, "locator"), $"the passage '{passage.Locator}' is there already.", "A locator names one passage.");
            if (passage.End > 0 && passage.End <= passage.Start)
                pack.Report(Item(node, "passages", i, "end"), $"the passage ends at {passage.End}, and begins at {passage.Start}.",
                    "'end' is the code point after its last.");
            else if (passage.Start < last)
                pack.Report(Item(node, "passages", i, "start"), $"the passage begins at {passage.Start}, before the one above it ends at {last}.",
                    "Passages stand in the order of the document and do not overlap.");
            last = Math.Max(last, passage.End);
        }
    }

    private static PackNode Item(PackMapping document, string list, int index, string key) =>
        PackRecords.Items(document[list])[index] is PackMapping item ? item[key] ?? item : PackRecords.Items(document[list])[index];
}
