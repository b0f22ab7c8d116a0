namespace AllianceApi.Graph;

/// <summary>Why the store cannot be used just now.</summary>
/// <param name="Reason">What is wrong, and what whoever runs the program can do.</param>
/// <param name="IsFull">Whether it is for lack of room.</param>
internal sealed record Trouble(string Reason, bool IsFull);

/// <summary>Tells an error of the store from others, which are bugs, through this function that <c>Program</c> fills.</summary>
/// <returns>Null where it is none of the store.</returns>
internal delegate Trouble? FindTrouble(Exception error);
