// Pairs a hand-held device with a water meter: the radio task fills in what the meter answers and then completes the pairing. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Menagerie.M1558;

public sealed class MeterPairing
{
    private readonly TaskCompletionSource _paired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, string> _properties = [];
    private string? _serial;
    private int _answers;

    public async Task<string> DescribeAsync()
    {
        await _paired.Task;
        return $"{_serial} ({_answers} answers, {_properties.Count} properties)";
    }

    /// <summary>Runs in the radio task.</summary>
    public void Listen(IEnumerable<string> answers)
    {
        try
        {
            foreach (var answer in answers)
            {
                Take(answer);
            }
            _serial ??= "unknown meter";
            _paired.SetResult();
        }
        catch (Exception error)
        {
            _paired.SetException(error);
        }
    }

    private void Take(string answer)
    {
        _answers++;
        var parts = answer.Split('=', 2);
        if (parts[0] == "serial")
        {
            _serial = parts[1];
        }
        else
        {
            _properties[parts[0]] = parts[^1];
        }
    }
}

public static class HandHeld
{
    public static async Task<string> PairAsync(IEnumerable<string> answers)
    {
        var pairing = new MeterPairing();
        var radio = Task.Run(() => pairing.Listen(answers));
        try
        {
            return await pairing.DescribeAsync();
        }
        finally
        {
            await radio;
        }
    }
}
