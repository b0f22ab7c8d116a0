using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Changes;

/// <summary>Writes a change as <see cref="ChangeItem"/> has it.</summary>
internal static class ChangeWriter
{
    public static void Write(Utf8Output output, Revision revision, Change change)
    {
        using var json = new JsonBuffer();
        Write(json, revision, change);
        output.Utf8(json.Written);
    }

    public static void Write(JsonBuffer json, Revision revision, Change change)
    {
        json.Raw("{\"revision\":"u8);
        json.Number(revision.Number);
        json.Raw(",\"time\":"u8);
        json.Time(revision.Time);
        Text(json, "by", revision.By);
        Text(json, "note", revision.Note);
        Text(json, "op", change.Op);
        Text(json, "type", change.Type);
        Text(json, "id", change.Id);
        if (change.Into is { } into)
            Text(json, "into", into);
        if (change.Write is { } write)
        {
            json.Raw(",\"record\":"u8);
            write(json);
        }
        json.Raw("}"u8);
    }

    private static void Text(JsonBuffer json, string name, string value)
    {
        json.Ascii($",\"{name}\":");
        json.String(value);
    }
}
