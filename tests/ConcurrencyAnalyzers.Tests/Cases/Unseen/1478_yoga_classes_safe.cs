// Enrolments and withdrawals of a yoga school arrive at the same time; each place is confirmed by a remote system. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1478;

public sealed record YogaPlace(string Pupil, int Mat);

public interface IYogaOffice
{
    Task<bool> ConfirmAsync(YogaPlace place);
}

public sealed class YogaClass
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IYogaOffice _office;
    private readonly Dictionary<int, string> _pupilOfMat = new();

    public YogaClass(IYogaOffice office) => _office = office;

    public async Task<int> RunDayAsync(YogaPlace[] enrolments, YogaPlace[] withdrawals)
    {
        var work = enrolments.Select(place => Task.Run(() => EnrolAsync(place))).Cast<Task>();
        work = work.Concat(withdrawals.Select(place => Task.Run(() => WithdrawAsync(place))));
        await Task.WhenAll(work);
        return _pupilOfMat.Count;
    }

    private async Task<bool> EnrolAsync(YogaPlace place)
    {
        await _gate.WaitAsync();
        try
        {
            if (_pupilOfMat.ContainsKey(place.Mat) || !await _office.ConfirmAsync(place))
            {
                return false;
            }
            _pupilOfMat.Add(place.Mat, place.Pupil);
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task WithdrawAsync(YogaPlace place)
    {
        await _gate.WaitAsync();
        try
        {
            if (_pupilOfMat.GetValueOrDefault(place.Mat) == place.Pupil)
            {
                _pupilOfMat.Remove(place.Mat);
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
