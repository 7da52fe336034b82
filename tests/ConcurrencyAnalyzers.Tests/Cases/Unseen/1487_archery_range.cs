// The targets of an archery range are photographed; when a picture has been evaluated, its arrows are added to the totals. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1487;

public sealed record TargetPicture(int Target, Uri Address);

public interface IArrowReader
{
    Task<int[]> ReadAsync(TargetPicture picture);
}

public sealed class ArcheryRange
{
    private readonly IArrowReader _reader;
    private int _arrows;
    private int _bestTarget;
    private int _bestRings = -1;

    public ArcheryRange(IArrowReader reader) => _reader = reader;

    public async Task<string> EvaluateAsync(IReadOnlyList<TargetPicture> pictures)
    {
        var totals = new List<Task>();
        foreach (var picture in pictures)
        {
            var totalled = _reader.ReadAsync(picture).ContinueWith(
                read => Count(picture.Target, read.Result),
                TaskScheduler.Default);
            totals.Add(totalled);
        }
        await Task.WhenAll(totals);
        return $"{_arrows} arrows, best target {_bestTarget} with {_bestRings} rings";
    }

    private void Count(int target, int[] rings)
    {
        _arrows += rings.Length; // expect: RACE
        int sum = rings.Sum();
        if (sum > _bestRings) // expect: RACE?
        {
            _bestRings = sum; // expect: RACE#1
            _bestTarget = target; // expect: RACE#1
        }
    }
}
