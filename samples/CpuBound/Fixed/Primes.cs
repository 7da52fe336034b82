namespace CpuBound;

/// <summary>Counts primes by trial division: nothing but arithmetic.</summary>
internal static class Primes
{
    public static int Count(int from, int to)
    {
        var count = 0;
        for (var candidate = Math.Max(from, 2); candidate < to; candidate++)
        {
            if (IsPrime(candidate))
                count++;
        }

        return count;
    }

    private static bool IsPrime(int candidate)
    {
        for (var divisor = 2; (long)divisor * divisor <= candidate; divisor++)
        {
            if (candidate % divisor == 0)
                return false;
        }

        return true;
    }
}
