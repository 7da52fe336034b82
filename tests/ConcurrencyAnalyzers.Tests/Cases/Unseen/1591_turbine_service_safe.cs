// Services turbines in shifts and reports how many passed inspection.
namespace Cases.U1591;

public sealed record Turbine(string Serial, int Model);

public sealed record Outcome(Turbine Turbine, bool Passed);

public sealed class ShiftRunner(Func<Turbine, Task<bool>> inspect)
{
    private const int Attempts = 3;

    public async Task RunAsync(IReadOnlyList<Turbine> shift, Action<Turbine, bool> finished)
    {
        var running = new List<Task<Outcome>>(shift.Count);
        foreach (var turbine in shift)
        {
            running.Add(Task.Run(() => InspectOneAsync(turbine)));
        }
        foreach (var outcome in await Task.WhenAll(running))
        {
            finished(outcome.Turbine, outcome.Passed);
        }
    }

    private async Task<Outcome> InspectOneAsync(Turbine turbine)
    {
        bool passed = false;
        for (int attempt = 0; attempt < Attempts && !passed; attempt++)
        {
            passed = await inspect(turbine);
        }
        return new Outcome(turbine, passed);
    }
}

public sealed class ServiceReport
{
    private readonly Dictionary<int, int> _failedByModel = [];
    private int _passed;

    public void Note(Turbine turbine, bool passed)
    {
        if (passed)
        {
            _passed++;
            return;
        }
        CountFailure(turbine.Model);
    }

    public string Summary() =>
        $"{_passed} passed, {_failedByModel.Values.Sum()} failed of {_failedByModel.Count} models";

    private void CountFailure(int model)
    {
        _failedByModel.TryGetValue(model, out int failed);
        _failedByModel[model] = failed + 1;
    }
}

public sealed class TurbineService(ShiftRunner runner, int shiftSize)
{
    public async Task<string> ServiceAsync(IEnumerable<Turbine> park)
    {
        var report = new ServiceReport();
        foreach (var shift in park.Chunk(shiftSize))
        {
            await runner.RunAsync(shift, report.Note);
        }
        return report.Summary();
    }
}
