namespace AllianceApi.Tests;

public sealed class Smoke { [Xunit.Fact] public void Works() => Xunit.Assert.True(true); }
