using System.Globalization;
using System.Text;
using AllianceApi.Formats;
using AllianceApi.Http;
using AllianceApi.Kinds;

namespace AllianceApi.Debates;

/// <summary>
/// An argument map in Argdown: the proposition and the positions as statements, what is for them as arguments. Who stands for the proposition supports it,
/// who stands against it attacks it, and an answer attacks what it answers.
/// </summary>
internal sealed class MapArgdown(ArgumentMap map)
{
    private const string Special = "\\[]<>{}#@*_/=|:+-";

    private readonly Dictionary<int, string> _titles = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    public static async Task WriteAsync(ArgumentMap map, Utf8Output output)
    {
        output.Write(new MapArgdown(map).Text());
        await output.SendAsync();
    }

    private string Text()
    {
        _text.Append("# ").Append(Escaped(map.Debate.Question)).Append("\n\n");
        if (map.Debate.Proposition is { } proposition)
            Proposition(proposition);
        foreach (var position in map.Positions)
            Position(position);
        foreach (var argument in map.Arguments)
            Argument(argument);
        return _text.ToString();
    }

    private void Proposition(string proposition)
    {
        _text.Append(CultureInfo.InvariantCulture, $"[{Taken("Proposition", map.Row.Id)}]: {Escaped(proposition)}\n");
        foreach (var position in map.Positions)
        {
            if (map.StanceOf(position) is { } stance)
                _text.Append(CultureInfo.InvariantCulture, $"  {(stance == PositionStance.Against ? '-' : '+')} [{TitleOf(position)}]\n");
        }
        _text.Append('\n');
    }

    private void Position(int position)
    {
        _text.Append(CultureInfo.InvariantCulture, $"[{TitleOf(position)}]: {Escaped(SummaryOf(position))}");
        var holders = map.HoldersOf(position);
        if (holders.Length > 0)
            _text.Append(CultureInfo.InvariantCulture, $" Held by {Escaped(string.Join(", ", holders.Select(holder => map.Graph.Entities[holder].Name)))}.");
        _text.Append('\n');
        foreach (var argument in map.Arguments.Where(argument => map.ForWhich(argument).Contains(position)))
            _text.Append(CultureInfo.InvariantCulture, $"  + <{TitleOf(argument)}>\n");
        _text.Append('\n');
    }

    private void Argument(int argument)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<{TitleOf(argument)}>: {Escaped(SummaryOf(argument))}\n");
        foreach (var answer in map.Arguments.Where(other => map.AnsweredBy(other).Contains(argument)))
            _text.Append(CultureInfo.InvariantCulture, $"  - <{TitleOf(answer)}>\n");
        _text.Append('\n');
    }

    private string SummaryOf(int row) => map.Graph.Entities[row].ToEntity().Summary;

    private string TitleOf(int row)
    {
        if (!_titles.TryGetValue(row, out var title))
            _titles.Add(row, title = Taken(map.Graph.Entities[row].Name, map.Graph.Entities[row].Id));
        return title;
    }

    /// <summary>A title is what a name comes to without the marks of the language; where it says too little or is there already, the id.</summary>
    private string Taken(string name, string id)
    {
        var plain = string.Concat(name.Select(c => Special.Contains(c, StringComparison.Ordinal) && c != '-' || char.IsControl(c) ? ' ' : c));
        var title = Labels.Short(plain, 200).Trim();
        return title.Length > 0 && _taken.Add(title) ? title : id;
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            if (Special.Contains(c, StringComparison.Ordinal) && c is not ('-' or '+'))
                escaped.Append('\\');
            escaped.Append(char.IsControl(c) ? ' ' : c);
        }
        return escaped.ToString();
    }
}
