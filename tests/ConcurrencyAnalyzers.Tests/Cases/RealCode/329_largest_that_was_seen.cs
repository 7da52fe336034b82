namespace RealCode329;

// The largest of all samples: what one thread stores after another has stored a larger one loses that.
public static class Samples
{
    private static volatile int _largest;
    private static volatile int _count;

    public static int Largest => _largest;

    public static int Count => _count;

    public static void Note(int sample)
    {
        if (sample > _largest)
        {
            _largest = sample; // expect: CHECK_THEN_ACT
        }

        System.Threading.Interlocked.Increment(ref _count);
    }
}
