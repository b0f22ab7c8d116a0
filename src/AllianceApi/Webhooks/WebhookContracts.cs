namespace AllianceApi.Webhooks;

/// <summary>Somebody who is told of changes.</summary>
public sealed record WebhookResponse
{
    /// <summary>Its id, given with the registration.</summary>
    /// <example>9f8c2b7d1e3a4f60</example>
    public required string Id { get; init; }

    /// <summary>Where messages are sent, by <c>POST</c>.</summary>
    /// <example>https://example.org/alliance</example>
    public required string Url { get; init; }

    /// <summary>The types of records that it is about, as in the feed; <c>*</c> is all.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary><c>active</c>, or <c>disabled</c>: nothing is sent until it is set to active again, and then from where it stopped.</summary>
    /// <example>active</example>
    public required string Status { get; init; }

    /// <summary>Why it is disabled.</summary>
    public string? Reason { get; init; }

    /// <summary>The revision up to which everything has been delivered.</summary>
    /// <example>12</example>
    public required long Delivered { get; init; }

    /// <summary>How many revisions are still to be looked at.</summary>
    /// <example>0</example>
    public required long Behind { get; init; }

    /// <summary>How many tries of the next delivery have failed.</summary>
    /// <example>0</example>
    public required int Failures { get; init; }

    /// <summary>When it is tried again, in UTC, after a failure.</summary>
    public DateTime? NextTry { get; init; }

    /// <summary>What signatures are made with. It is shown once, in the answer to the registration.</summary>
    /// <example>whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</example>
    public string? Secret { get; init; }

    /// <summary>Who registered it.</summary>
    /// <example>Ada</example>
    public required string By { get; init; }

    /// <summary>When it was registered, in UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Where this and its deliveries are to be had.</summary>
    public required WebhookLinks Links { get; init; }
}

/// <summary>Where a webhook and its deliveries are to be had.</summary>
public sealed record WebhookLinks
{
    /// <summary>The webhook.</summary>
    public required string Self { get; init; }

    /// <summary>What was sent to it.</summary>
    public required string Deliveries { get; init; }
}

/// <summary>What is sent to register a webhook.</summary>
public sealed record WebhookRegistration
{
    /// <summary>An <c>http</c> or <c>https</c> address that is reached from the server: no loopback, link-local or private one unless the server's settings allow it.</summary>
    /// <example>https://example.org/alliance</example>
    public required string Url { get; init; }

    /// <summary>The types of records that it is about: <c>document</c>, <c>predicate</c>, <c>entity</c>, <c>statement</c>; or <c>*</c>, which holds unless told.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>The revision after which to begin; the newest unless told.</summary>
    /// <example>12</example>
    public long? Since { get; init; }
}

/// <summary>What of a webhook can be changed.</summary>
public sealed record WebhookPatch
{
    /// <summary>Where messages are sent from now on.</summary>
    public string? Url { get; init; }

    /// <summary>The types of records that it is about from now on.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary><c>active</c> or <c>disabled</c>.</summary>
    /// <example>active</example>
    public string? Status { get; init; }
}

/// <summary>The message on one revision, and what became of it.</summary>
public sealed record DeliveryResponse
{
    /// <summary>Its number, which is the revision that it tells of.</summary>
    /// <example>12</example>
    public required long Number { get; init; }

    /// <summary>What the receiver knows it by, the same with each try: <c>webhook-id</c>.</summary>
    /// <example>msg_9f8c2b7d1e3a4f60_12</example>
    public required string MessageId { get; init; }

    /// <summary><c>delivered</c>, or <c>failed</c>: it is tried again while the webhook is active.</summary>
    /// <example>delivered</example>
    public required string Status { get; init; }

    /// <summary>How often it was tried.</summary>
    /// <example>1</example>
    public required int Attempts { get; init; }

    /// <summary>When it was first tried, in UTC.</summary>
    public required DateTime FirstAt { get; init; }

    /// <summary>When it was last tried, in UTC.</summary>
    public required DateTime LastAt { get; init; }

    /// <summary>The status that the receiver answered the last try with.</summary>
    /// <example>204</example>
    public int? ResponseStatus { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string? Error { get; init; }

    /// <summary>How long the last try took, in milliseconds.</summary>
    /// <example>35</example>
    public required int Milliseconds { get; init; }

    /// <summary>Where to have it sent again.</summary>
    public required DeliveryLinks Links { get; init; }
}

/// <summary>What can be done with a delivery.</summary>
public sealed record DeliveryLinks
{
    /// <summary>Sends it again, by <c>POST</c>.</summary>
    public required string Redeliver { get; init; }
}
