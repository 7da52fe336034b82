// Updates a fleet of devices in waves and reports how many took the new firmware.
namespace Cases.U1561;

public sealed record Device(string Serial, int Hardware);

public sealed class WaveRunner(Func<Device, Task<bool>> flash)
{
    private const int Attempts = 3;

    public async Task RunAsync(IReadOnlyList<Device> wave, Action<Device, bool> finished)
    {
        var running = new List<Task>(wave.Count);
        foreach (var device in wave)
        {
            running.Add(Task.Run(() => FlashOneAsync(device, finished)));
        }
        await Task.WhenAll(running);
    }

    private async Task FlashOneAsync(Device device, Action<Device, bool> finished)
    {
        bool accepted = false;
        for (int attempt = 0; attempt < Attempts && !accepted; attempt++)
        {
            accepted = await flash(device);
        }
        finished(device, accepted);
    }
}

public sealed class RolloutReport
{
    private readonly Dictionary<int, int> _failedByHardware = [];
    private int _updated;

    public void Note(Device device, bool accepted)
    {
        if (accepted)
        {
            _updated++; // expect: RACE
            return;
        }
        CountFailure(device.Hardware);
    }

    public string Summary() =>
        $"{_updated} updated, {_failedByHardware.Values.Sum()} failed on {_failedByHardware.Count} boards";

    private void CountFailure(int hardware)
    {
        _failedByHardware.TryGetValue(hardware, out int failed); // expect: RACE?
        _failedByHardware[hardware] = failed + 1; // expect: RACE
    }
}

public sealed class FirmwareRollout(WaveRunner runner, int waveSize)
{
    public async Task<string> RollOutAsync(IEnumerable<Device> fleet)
    {
        var report = new RolloutReport();
        foreach (var wave in fleet.Chunk(waveSize))
        {
            await runner.RunAsync(wave, report.Note);
        }
        return report.Summary();
    }
}
