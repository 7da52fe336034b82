using Tour;

namespace ConcurrencyAnalyzers.EndToEnd;

[Collection(EndToEnd.Name)]
public sealed class TourTests(PackedPackages packed)
{
    [Fact]
    public async Task The_tour_finds_every_kind_of_bug_fixes_it_and_the_programs_run_right()
    {
        using var scratch = new ScratchFolder();
        var output = new StringWriter();

        var result = await new GuidedTour(new Screen(output, colour: false), packed.Repository, scratch).RunAsync();

        Assert.Equal(
            ["CONC1001", "CONC1002", "CONC1003", "CONC2001", "CONC3001", "CONC3002", "CONC4001"],
            result.FindingsBefore.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal));
        Assert.True(result.IsRight, output.ToString());
        Assert.DoesNotContain('\u001b', output.ToString());
    }
}
