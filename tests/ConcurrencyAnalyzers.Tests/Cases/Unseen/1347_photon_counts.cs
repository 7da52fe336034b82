// A detector sorts photons into energy channels; the counts are so short that the threads spin for their turn. difficulty: hard
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1347;

public sealed class PhotonDetector(int channels)
{
    private readonly long[] _counts = new long[channels];
    private SpinLock _turn = new(enableThreadOwnerTracking: false);
    private long _overflow;

    public void Hit(int channel)
    {
        bool taken = false;
        try
        {
            _turn.Enter(ref taken);
            if ((uint)channel < (uint)_counts.Length)
            {
                _counts[channel]++;
            }
            else
            {
                _overflow++;
            }
        }
        finally
        {
            if (taken)
            {
                _turn.Exit();
            }
        }
    }

    public long Total()
    {
        bool taken = false;
        try
        {
            _turn.Enter(ref taken);
            return _counts.Sum() + _overflow;
        }
        finally
        {
            if (taken)
            {
                _turn.Exit();
            }
        }
    }

    public static long Measure(int channels, IEnumerable<int> photons)
    {
        var detector = new PhotonDetector(channels);
        Parallel.ForEach(photons, detector.Hit);
        return detector.Total();
    }
}
