using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AllianceApi.Packs.Yaml;

/// <summary>
/// Writes records of a pack as people write them: a record a block, short lists on one line. Whatever any reader of YAML takes for something else
/// than a text is quoted, as the reader of packs wants it.
/// </summary>
internal sealed class YamlWriter
{
    private static readonly EmitterSettings OneLineEach = new(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: false, indentSequences: true);

    private readonly Emitter _emitter;

    private YamlWriter(TextWriter output) => _emitter = new Emitter(output, OneLineEach);

    /// <summary>A file of a pack: one list, with records given as JSON.</summary>
    public static void Write(TextWriter output, string list, IEnumerable<ReadOnlyMemory<byte>> records)
    {
        var yaml = new YamlWriter(output);
        yaml.Emit(new StreamStart(), new DocumentStart(), new MappingStart());
        yaml.Text(list);
        yaml.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        foreach (var record in records)
        {
            using var json = JsonDocument.Parse(record);
            yaml.Value(json.RootElement, block: true);
        }
        yaml.Emit(new SequenceEnd(), new MappingEnd(), new DocumentEnd(isImplicit: true), new StreamEnd());
    }

    private void Value(JsonElement value, bool block)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, block ? MappingStyle.Block : MappingStyle.Flow));
                foreach (var member in value.EnumerateObject())
                {
                    Text(member.Name);
                    Value(member.Value, block && member.Value.ValueKind == JsonValueKind.Array && !IsFlat(member.Value));
                }
                Emit(new MappingEnd());
                break;
            case JsonValueKind.Array:
                Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, block ? SequenceStyle.Block : SequenceStyle.Flow));
                foreach (var item in value.EnumerateArray())
                    Value(item, block && item.ValueKind == JsonValueKind.Object && !IsFact(item));
                Emit(new SequenceEnd());
                break;
            case JsonValueKind.String:
                Text(value.GetString()!);
                break;
            default:
                Emit(new Scalar(value.GetRawText()));
                break;
        }
    }

    private void Text(string text) => Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, NeedsQuotes(text) ? ScalarStyle.DoubleQuoted : ScalarStyle.Any, isPlainImplicit: true, isQuotedImplicit: true));

    private static bool NeedsQuotes(string text) => Scalars.TypeOf(text) != ScalarType.Text || !text.IsNormalized(NormalizationForm.FormC) || text.Any(unit => char.IsControl(unit) || char.IsSurrogate(unit) || unit is >= '\u2000' and < '\u2010' or '\u2028' or '\u2029' or '\uFEFF');

    /// <summary>A list of texts, which fits on a line.</summary>
    private static bool IsFlat(JsonElement list) => list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);

    /// <summary>A fact with a time, which fits on a line.</summary>
    private static bool IsFact(JsonElement item) => item.TryGetProperty("fact", out _);

    private void Emit(params ReadOnlySpan<ParsingEvent> events)
    {
        foreach (var happened in events)
            _emitter.Emit(happened);
    }
}
