//! The exponential function, the same to the bit on every machine.

use std::f32::consts::LOG2_E;

/// `e^x` to about seven digits, from additions and multiplications alone: a model trained with it comes out bit for
/// bit the same anywhere, which the platform's own `expf` does not promise.
///
/// The argument is split into a power of two and a rest below `ln 2 / 2`, whose series is cut after the sixth power
/// (the classical scheme of Cephes' `expf`).
pub fn exp(x: f32) -> f32 {
    // ln 2 in two pieces, so that the product with a small whole number is exact.
    const LN2_HIGH: f32 = 0.693_359_4;
    const LN2_LOW: f32 = -2.121_944_4e-4;
    let x = x.clamp(-87.0, 88.0);
    let power = (x * LOG2_E + 0.5).floor();
    let rest = x - power * LN2_HIGH - power * LN2_LOW;
    let series = 1.0
        + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0 + rest / 720.0)))));
    series * f32::from_bits(((power as i32 + 127) as u32) << 23)
}

#[cfg(test)]
mod tests {
    use super::exp;

    #[test]
    fn it_agrees_with_the_library() {
        for step in -870..880_i16 {
            let x = f32::from(step) / 10.0;
            let (ours, theirs) = (f64::from(exp(x)), f64::from(x).exp());
            assert!((ours - theirs).abs() <= theirs * 1e-6, "e^{x}: {ours} against {theirs}");
        }
    }

    #[test]
    fn extremes_stay_finite() {
        assert!(exp(f32::NEG_INFINITY) < 1e-37);
        assert!(exp(f32::INFINITY).is_finite());
    }
}
