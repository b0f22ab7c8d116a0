using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AllianceApi.Tests.Imports;
using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace AllianceApi.Tests.Webhooks;

/// <summary>Receivers are told of each change, in order, at least once, signed; and who fails is told again.</summary>
public sealed class WebhooksTests : IAsyncDisposable
{
    private const string Path = "/api/v1/webhooks";

    private readonly ImportingGraph _api = new(("Webhooks:AllowedNetworks", "127.0.0.0/8"), ("Webhooks:Pauses", "0:00:00.05, 0:00:00.05, 0:00:00.05"));
    private readonly Receiver _receiver = new();

    [Fact]
    public async Task A_receiver_is_told_of_each_change_of_its_types_in_order_and_can_tell_who_sent_it()
    {
        var webhook = await Register("""["entity"]""");
        Assert.Equal((1, 0), (webhook.Number("delivered"), webhook.Number("behind")));
        await Put("one");
        await Rename("One");
        await Put("two");
        await Rename("Two");
        var messages = await _receiver.AfterAsync(2);
        Assert.Equal([3, 5], messages.Select(message => message.Json.At("data").Number("revision")));
        Assert.All(messages, message => Assert.True(message.IsSignedWith(webhook.Text("secret"))));
        Assert.Equal([$"msg_{webhook.Text("id")}_3", $"msg_{webhook.Text("id")}_5"], messages.Select(message => message.Id));
        var told = messages[0].Json;
        Assert.Equal(("revision.committed", "application/json"), (told.Text("type"), messages[0].Headers["content-type"]));
        var feed = (await _api.GetJson("/api/v1/changes?since=2&limit=1")).List("items").Where(item => item.Text("type") == "entity").Select(item => item.GetRawText());
        Assert.Equal(feed, told.At("data").List("items").Select(item => item.GetRawText()));

        var after = await Settled(webhook.Text("id"), found => found.Number("delivered") == 5);
        Assert.Equal(0, after.Number("behind"));
        Assert.False(after.Has("secret"));
        var deliveries = (await Json("GET", after.At("links").Text("deliveries"))).List("items");
        Assert.Equal(["5 delivered 1 204", "3 delivered 1 204"], deliveries.Select(delivery => $"{delivery.Number("number")} {delivery.Text("status")} {delivery.Number("attempts")} {delivery.Number("responseStatus")}"));
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_then_the_webhook_is_disabled_and_goes_on_where_it_stopped()
    {
        var fails = true;
        _receiver.Answer = (context, _) => Respond(context, fails ? 500 : 200);
        var webhook = await Register();
        await Put("one");
        await Put("two");
        var disabled = await Settled(webhook.Text("id"), found => found.Text("status") == "disabled");
        Assert.Contains("answered 500", disabled.Text("reason"), StringComparison.Ordinal);
        Assert.Equal((1, 4), (disabled.Number("delivered"), disabled.Number("failures")));
        Assert.All(await _receiver.AfterAsync(4), message => Assert.Equal($"msg_{webhook.Text("id")}_2", message.Id));
        Assert.Equal("failed", (await Json("GET", disabled.At("links").Text("deliveries"))).List("items").Single().Text("status"));

        fails = false;
        Assert.Equal("active", (await Patch(webhook, """{ "status": "active" }""")).Text("status"));
        var messages = await _receiver.AfterAsync(6);
        Assert.Equal(["_2", "_3"], messages.Skip(4).Select(message => message.Id[^2..]));
        await Settled(webhook.Text("id"), found => found.Number("delivered") == 3 && found.Number("failures") == 0);
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_program_stops_before_it_was_told()
    {
        var webhook = await Register();
        Assert.Equal("disabled", (await Patch(webhook, """{ "status": "disabled" }""")).Text("status"));
        await Put("one");
        await _api.Restart();
        await Put("two");
        Assert.Empty(_receiver.Messages);
        await Patch(webhook, """{ "status": "active" }""");
        Assert.Equal([2, 3], (await _receiver.AfterAsync(2)).Select(message => message.Json.At("data").Number("revision")));
        await Settled(webhook.Text("id"), found => found.Number("delivered") == 3);
        await _api.Restart();
        await Put("three");
        Assert.Equal(4, (await _receiver.AfterAsync(3))[^1].Json.At("data").Number("revision"));
    }

    [Fact]
    public async Task A_message_can_be_sent_again_by_hand()
    {
        var webhook = await Register();
        await Put("one");
        await _receiver.AfterAsync(1);
        await Settled(webhook.Text("id"), found => found.Number("delivered") == 2);
        _receiver.Answer = (context, _) => Respond(context, 503);
        var again = await _api.Send("POST", $"{Path}/{webhook.Text("id")}/deliveries/2/redeliver");
        Assert.Equal((2, 503, "delivered"), (again.Json.Number("attempts"), again.Json.Number("responseStatus"), again.Json.Text("status")));
        var messages = await _receiver.AfterAsync(2);
        Assert.Equal(messages[0].Id, messages[1].Id);
        Assert.Equal(messages[0].Body, messages[1].Body);
        (await _api.Send("POST", $"{Path}/{webhook.Text("id")}/deliveries/1/redeliver")).Problem(404, "unknown-id");
        (await _api.Send("POST", $"{Path}/{webhook.Text("id")}/deliveries/99999999999999999999/redeliver")).Problem(404, "unknown-id");
    }

    [Fact]
    public async Task Who_says_that_it_is_gone_is_asked_no_more()
    {
        _receiver.Answer = (context, _) => Respond(context, 410);
        var webhook = await Register();
        await Put("one");
        await Settled(webhook.Text("id"), found => found.Text("status") == "disabled");
        Assert.Single(_receiver.Messages);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_an_answer_without_end_is_not_read()
    {
        var endless = new TaskCompletionSource();
        _receiver.Answer = async (context, received) =>
        {
            if (received.Path == "/elsewhere")
                return;
            if (received.Id.EndsWith("_2", StringComparison.Ordinal))
            {
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = "/elsewhere";
                return;
            }
            // Ten megabytes, and then nothing more for as long as the test takes.
            await context.Response.Body.WriteAsync(new byte[10_000_000]);
            await Task.WhenAny(endless.Task, Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted));
        };
        var webhook = await Register();
        await Put("one");
        var disabled = await Settled(webhook.Text("id"), found => found.Text("status") == "disabled");
        Assert.Contains("redirects", disabled.Text("reason"), StringComparison.Ordinal);
        Assert.DoesNotContain(_receiver.Messages, message => message.Path == "/elsewhere");
        var other = await Register(since: 2);
        await Put("two");
        await Settled(other.Text("id"), found => found.Number("delivered") == 3);
        endless.SetResult();
    }

    [Fact]
    public async Task A_webhook_that_is_removed_is_told_nothing_more()
    {
        var webhook = await Register();
        Assert.Equal(webhook.Text("id"), (await Json("DELETE", $"{Path}/{webhook.Text("id")}")).Text("id"));
        await Put("one");
        foreach (var (method, path) in new[] { ("GET", ""), ("DELETE", ""), ("GET", "/deliveries"), ("POST", "/deliveries/2/redeliver") })
            (await _api.Send(method, $"{Path}/{webhook.Text("id")}{path}")).Problem(404, "unknown-id");
        Assert.Empty((await Json("GET", Path)).List("items"));
        Assert.Empty(_receiver.Messages);
    }

    [Fact]
    public async Task One_that_is_slow_holds_up_no_other()
    {
        var slow = new TaskCompletionSource();
        _receiver.Answer = (context, received) => received.Path == "/slow" ? Task.WhenAny(slow.Task, Task.Delay(Timeout.Infinite, context.RequestAborted)) : Respond(context, 200);
        await Register(path: "slow");
        var quick = await Register(path: "quick");
        for (var i = 0; i < 5; i++)
            await Put($"s{i}");
        await Settled(quick.Text("id"), found => found.Number("behind") == 0);
        Assert.Single(_receiver.Messages, message => message.Path == "/slow");
        slow.SetResult();
    }

    [Theory]
    [InlineData("""{ }""", "/url")]
    [InlineData("""{ "url": 5, "types": [] , "since": -1, "extra": 1 }""", "/extra /url /types /since")]
    [InlineData("""{ "url": "ftp://example.org/x", "types": ["facts"] }""", "/url /types/0")]
    [InlineData("""{ "url": "https://u:p@1.1.1.1/", "types": ["*"], "since": 99 }""", "/url /since")]
    [InlineData("""[1]""", "")]
    public async Task All_that_is_wrong_with_a_registration_is_said_at_once(string body, string pointers)
    {
        var problem = (await _api.Send("POST", Path, new StringContent(body, Encoding.UTF8, "application/json"))).Problem(422, "invalid-body");
        Assert.Equal(pointers, problem.List("errors").Select(error => error.Text("pointer")).Spaced());
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    private static Task Respond(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task<JsonElement> Register(string types = """["*"]""", int? since = null, string path = "")
    {
        var begin = since is { } revision ? $", \"since\": {revision.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "";
        var answer = await _api.Send("POST", Path, new StringContent($$"""{ "url": "{{_receiver.Address}}{{path}}", "types": {{types}}{{begin}} }""", Encoding.UTF8, "application/json"));
        Assert.True(answer.Status == System.Net.HttpStatusCode.Created, answer.Text);
        Assert.Equal($"{Path}/{answer.Json.Text("id")}", answer.Header("Location"));
        return answer.Json;
    }

    private async Task<JsonElement> Patch(JsonElement webhook, string body) =>
        (await _api.Send("PATCH", $"{Path}/{webhook.Text("id")}", new StringContent(body, new MediaTypeHeaderValue("application/merge-patch+json")))).Json;

    private async Task Put(string id) => Assert.Equal(201, (int)(await _api.Send("POST", "/api/v1/statements", new StringContent(
        $$"""{ "id": "{{id}}", "document": "charter-review", "passages": ["founding.p1s1"], "text": "Something new.", "asserts": [["aland", "ally-of", "bland"]] }""", Encoding.UTF8, "application/json"))).Status);

    private async Task Rename(string name) => Assert.Equal(200, (int)(await _api.Send("PATCH", "/api/v1/actors/aland",
        new StringContent($$"""{ "name": "{{name}}" }""", new MediaTypeHeaderValue("application/merge-patch+json")), ("If-Match", "*"))).Status);

    private async Task<JsonElement> Json(string method, string path)
    {
        var answer = await _api.Send(method, path);
        return answer.Status == System.Net.HttpStatusCode.OK ? answer.Json : throw new InvalidOperationException($"{answer.Status} {answer.Text}");
    }

    private async Task<JsonElement> Settled(string id, Func<JsonElement, bool> isSettled)
    {
        for (var tries = 0; ; tries++)
        {
            var webhook = await Json("GET", $"{Path}/{id}");
            if (isSettled(webhook))
                return webhook;
            Assert.True(tries < 1_000, webhook.GetRawText());
            await Task.Delay(20);
        }
    }
}
